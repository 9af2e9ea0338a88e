# PRESHIFT_APPEND_FLAGS(VARIABLE, FLAGS)
# Appends to VARIABLE each FLAG that the compiler and linker take without a
# word of complaint. A flag is tried with -Werror, together with those already
# chosen, and by linking, because some (-pie, -fsanitize) only fail there.
# SPDX-License-Identifier: GPL-3.0-or-later
AC_DEFUN([PRESHIFT_APPEND_FLAGS], [
for preshift_flag in $2; do
	AC_MSG_CHECKING([whether $CC takes $preshift_flag])
	preshift_saved_CFLAGS=$CFLAGS
	CFLAGS="$CFLAGS -Werror $$1 $preshift_flag"
	AC_LINK_IFELSE([AC_LANG_PROGRAM([[#include <string.h>]], [[return 0;]])],
		[AC_MSG_RESULT([yes])
		 $1="$$1 $preshift_flag"],
		[AC_MSG_RESULT([no])])
	CFLAGS=$preshift_saved_CFLAGS
done
])

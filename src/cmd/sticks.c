/* Sticks that are plugged in (cmd/sticks.h).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cmd/sticks.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

#define MEDIA "/media:/run/media"

/* Those in DIR, and in its folders of USERS (/media/ina). */
static void
look_in(struct arena *a, const char *dir, bool users, struct sticks *s)
{
	const char **names;
	struct err none;
	size_t n;

	err_init(&none, NULL);
	if (file_list(a, dir, "", &names, &n, &none) != 0)
		return;
	for (size_t i = 0; i < n; i++) {
		const char *path = path_join(a, dir, names[i]);

		if (file_is_mount(path))
			ARENA_PUSH(a, s->v, s->n, s->cap, path);
		else if (users)
			look_in(a, path, false, s);
	}
}

void
sticks_find(struct arena *a, struct sticks *ret)
{
	const char *media = getenv("PRESHIFT_MEDIA");

	*ret = (struct sticks){ 0 };
	if (media == NULL)
		media = MEDIA;
	while (*media != '\0') {
		size_t n = strcspn(media, ":");

		if (n > 0)
			look_in(a, arena_strndup(a, media, n), true, ret);
		media += n + (media[n] == ':');
	}
}

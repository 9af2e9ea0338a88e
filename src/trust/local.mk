# The room trust: keys, signatures, notes and the Merkle tree.
# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtrust.a
libtrust_a_SOURCES = \
	src/trust/hash.c src/trust/hash.h \
	src/trust/key.c src/trust/key.h \
	src/trust/merkle.c src/trust/merkle.h \
	src/trust/minisign.c src/trust/minisign.h \
	src/trust/note.c src/trust/note.h \
	src/trust/seal.c \
	src/trust/secret.c src/trust/secret.h \
	src/trust/terminal.c

noinst_LIBRARIES += libui.a
libui_a_SOURCES = \
	src/ui/ask.c \
	src/ui/callbacks.c \
	src/ui/keys.c \
	src/ui/editor.c \
	src/ui/line.c \
	src/ui/lines.c src/ui/lines.h \
	src/ui/locale.c \
	src/ui/parts.c \
	src/ui/phrase.c src/ui/phrase.h \
	src/ui/screen.c \
	src/ui/script.c \
	src/ui/secret_fd.c \
	src/ui/secret_tty.c \
	src/ui/terminal.c src/ui/terminal.h \
	src/ui/ticks.c \
	src/ui/ui.h \
	src/ui/wait.c

noinst_LIBRARIES += libout.a
libout_a_SOURCES = \
	src/out/chart.c src/out/chart.h \
	src/out/csv.c \
	src/out/html.c src/out/html_style.c \
	src/out/json.c \
	src/out/out.c src/out/out.h \
	src/out/printer.c \
	src/out/slips.c src/out/slips.h \
	src/out/text.c \
	src/out/writers.h

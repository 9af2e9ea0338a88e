# Prints C sources as FILE:LINE:CODE with comments and the insides of literals
# left out, so that a lint sees only what the compiler sees.
# SPDX-License-Identifier: GPL-3.0-or-later
FNR == 1 { in_comment = 0 }
{
	line = $0
	code = ""
	while (line != "") {
		if (in_comment) {
			end = index(line, "*/")
			if (end == 0)
				break
			line = substr(line, end + 2)
			in_comment = 0
			code = code " "
			continue
		}
		if (!match(line, /\/\*|\/\/|"|'/)) {
			code = code line
			break
		}
		code = code substr(line, 1, RSTART - 1)
		mark = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
		if (mark == "/*") {
			in_comment = 1
		} else if (mark == "//") {
			break
		} else {
			# to the closing quote, over escaped characters
			while (line != "") {
				c = substr(line, 1, 1)
				line = substr(line, c == "\\" ? 3 : 2)
				if (c == mark)
					break
			}
			code = code mark mark
		}
	}
	if (code ~ /[^ \t]/)
		print FILENAME ":" FNR ":" code
}

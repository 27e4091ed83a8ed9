package check

import "pressroom/internal/pattern"

// foreign is what means something to other programs for writing and is no Markdown that is
// read here: of Pandoc, wikis, AsciiDoc, LaTeX and reStructuredText.
var foreign = []slip{
	{
		rule: "program", kinds: anyMarkdown, need: "{", links: true,
		search: pattern.New(`(\[([^\[\]\n]+)\]\{[#.][\pL\pN_-][^{}\n]*\})[ \t]*[^\s{]`),
		say:    asItStands + "write %[2]s",
		write:  "%[2]s",
	},
	{
		rule: "mark", kinds: anyMarkdown, need: "$", notBehind: `$\` + lettersAndDigits,
		search: pattern.New(`(\$[^\s$\d][^$\n]{0,80}[\\^_=][^$\n]{0,80}\$)(?:[\s).,;:!?]|$)`),
		say:    "formulas are printed as they stand; write this one in words, or put a picture of it there",
	},
	{
		rule: "mark", kinds: plainLine | anyMarkdown, need: "`",
		search: pattern.New("(``([^`'\\n]+)'')(?:[^']|$)"),
		say:    asItStands + "write “%[2]s”",
		write:  "“%[2]s”",
	},
	{
		rule: "heading", kinds: bodyText | blockText, need: "=",
		search: pattern.New(`(?m:^ {0,3}(={2,6} +([^\s=][^=\n]{0,60}?)(?: +={2,6})?)[ \t]*$)`),
		say:    "this makes no heading; write ## %[2]s",
		write:  "## %[2]s",
	},
	{
		rule: "heading", kinds: bodyText | blockText, need: "=",
		search: pattern.New(`(?m:\A\s*(= +([^\s=][^=\n]{0,60}))$)`),
		say:    "this makes no heading, and the headline stands above already; take it out",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "[", links: true,
		search: pattern.New(`((?:link:)(https?://[^\s\[\]]+)\[([^\]\n]+)\])(?:[^(\[]|$)`),
		say:    asItStands + "write [%[3]s](%[2]s)",
		write:  "[%[3]s](%[2]s)",
	},
	{
		rule: "picture", kinds: bodyText | blockText, need: "[",
		search: pattern.New(`(image::?([^\s\[\]:]+)\[[^\]\n]*\])`),
		say:    asItStands + "write ![](media/%[2]s), and declare it under [[media]]",
	},
	{
		rule: "program", kinds: anyMarkdown, need: `\`,
		search: pattern.New(`(\\(?:(?:sub)*section|chapter|paragraph|title|author|emph|textbf|textit|texttt|textsc|` +
			`textsubscript|textsuperscript|underline|cite[pt]?|ref|label|href|url|footnote|begin|end|item)\*?\{)`),
		say: asItStands + "write it in Markdown, or in words",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: "#+",
		search: pattern.New(`(?m:^(#\+[A-Za-z_]+:)[ \t])`),
		say:    asItStands + "take the line out",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: ".)",
		search: pattern.New(`(?m:^[ \t]*[-*+][ \t]+[^\n]*\n` +
			`[ \t]{1,6}(((?:[02-9]|[1-9][0-9]+)[.)])[ \t]+([^\n]{0,40})[^\n]*\n[ \t]{1,6}[0-9]+[.)][ \t]))`),
		say: "a list that does not begin with 1 needs an empty line before it, or its lines run on; put one before %[2]s %[3]s",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: ":",
		search: pattern.New(`(?m:^ {0,3}(\.\. +[a-z][a-z-]*::)(?:[ \t]|$))`),
		say:    asItStands + "take it out",
	},
	{
		rule: "table", kinds: bodyText | blockText, need: "+",
		search: pattern.New(`(?:\A|\n[ \t]*\n) {0,3}(\+(?:[-=]{2,}\+)+)[ \t]*\n`),
		say:    "a table is drawn otherwise here; write its head and its rows as | a | b |, and |---|---| under the head",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: "|",
		search: pattern.New(`(?:\A|\n[ \t]*\n) {0,3}(\| ([^|\n]{1,40})[^|\n]*\n {0,3}\| [^|\n]+)(?:\n|$)`),
		say:    `a bar ends no line, and these run on; write two spaces or \ behind each: %[2]s \`,
	},
	{
		rule: "list", kinds: bodyText | blockText,
		need: ".)①１一（١、",
		search: pattern.New(`(?:\A|\n[ \t]*\n|[:：][ \t]*\n) {0,3}((` +
			`(?:[Ii]\.|[aA]\.|\((?:[aA]|1|[iI])\))(?:[ \t])|①|１[．）)、.]|一、|（[一1１]）|[١۱][.)-])[ \t]*` +
			`(?:([^\n]{0,39}[^ \t\\\n])|([^\n]{40})[^\n]*[^ \t\\\n])[ \t]?\n {0,3}` +
			`(?:(?:II\.|ii\.|[bB]\.|\((?:[bB]|2|ii|II)\))[ \t]|②|２[．）)、.]|二、|（[二2２]）|[٢۲][.)-]))`),
		say: "%[2]s makes no list, and its lines run on; write 1. %[3]s%[4]s",
	},
	{
		rule: "quotation", kinds: bodyText | blockText, need: ">",
		search: pattern.New(`(?:\A\s*|\n[ \t]*\n) {0,3}(>(?:[0-9]| [0-9][0-9.,]*[ \x{a0}]?[%°€$£¥]))`),
		say:    "> begins a quotation, and is not printed; where it says more than, write \\>",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: "+",
		search: pattern.New(`(?:\A\s*|\n[ \t]*\n|:[ \t]*\n|\n {0,3}- +[0-9][^\n]*\n) {0,3}(\+ +([0-9][0-9.,]*))`),
		say:    "+ and - make points of a list, and are not printed; where they say plus and minus, write \\+%[2]s and −%[2]s",
	},
	{
		rule: "emphasis", kinds: anyMarkdown, need: "*",
		search: pattern.New(`[0-9)](\*)[0-9(][^*\n]*\*[0-9(]`),
		say:    "the stars between figures make emphasis, and are not printed; write ×",
	},
	{
		rule: "escape", kinds: bodyText | blockText | quoteText, need: `\`,
		search: pattern.New(`[^\\\s](\\)[ \t]*(?:\n[ \t]*\n|\n?$)`),
		say:    "a backslash breaks no line where none follows, and is printed; take it out",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "]", links: true, notBehind: "!]",
		search: pattern.New(`(\[\s*\]\(([^)\s]+)\))`),
		say:    "a link without words cannot be seen; write [words](%[2]s)",
	},
}

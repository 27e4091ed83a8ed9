package check

import (
	"fmt"
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

// What stands within a line and is no prose: the address of a link behind its text,
// one in a definition, and a bare one. Each begins with letters that are quickly found.
var (
	destination = pattern.New(`\]\(([^)\n]*)\)`)
	definition  = pattern.New(`(?m:^ {0,3}\[[^\]^\n][^\]\n]*\]:(.*)$)`)
	bare        = pattern.New(`(https?://(?:[^\s)\]>*.]|\*[^\s)\]>*.]|\.+[^\s)\]>*.])*)`)
	autolink    = pattern.New(`^<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>|]*|[^\s<>@]+@[^\s<>@]+)>`)
)

// slip is something that is printed as it stands, though nobody would want it so.
type slip struct {
	rule   string
	kinds  kind
	need   string // one of these is in every text with the slip; looked for first, since it is quick
	links  bool   // looks at the addresses of links as well
	search *pattern.Pattern
	// notBehind are the bytes that must not stand before the first group.
	notBehind string
	say       string // %[1]s is the first group, at which the finding points, %[2]s the second …
	// write is what an editor puts in the place of the first group, with groups as in say, ""
	// where that is for the author to find.
	write string
}

const lettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

const asItStands = "%[1]s is printed as it stands; "

// filledElsewhere is said of what programs for newsletters fill in.
const filledElsewhere = asItStands + "nothing fills it in here; write the words, or take it out"

// slips are looked for in the order in which they stand here, and foreign and pasted behind them.
var slips = []slip{
	{
		rule: "marker", kinds: bodyText, need: "{", notBehind: `{`,
		search: pattern.New(`(\{\s*(quote\s+["“”][^"“”{}\n]*["“”]|quotes)\s*\})(?:[^}]|$)`),
		say:    "one brace makes no marker; write {{%[2]s}}",
		write:  "{{%[2]s}}",
	},
	{
		rule: "marker", kinds: anyMarkdown &^ bodyText, need: "{", notBehind: `{`,
		search: pattern.New(`(\{\s*(?:quote\s+["“”][^"“”{}\n]*["“”]|quotes)\s*\})(?:[^}]|$)`),
		say:    "a place for quotes belongs into the text below the front matter, and %[1]s is printed here as it stands; take it out",
	},
	{
		rule: "said", kinds: quoteText, need: "{[(",
		search: pattern.New(`(\{\s+(?i:said)\s*\}|\{\s*(?i:said)\s+\}|\{Said\}|\{SAID\}|\{\{\s*(?i:said)\s*\}\}|[\[(]said[\])])`),
		say:    "%[1]s is no place for the attribution; write {said}",
		write:  "{said}",
	},
	{
		rule: "said", kinds: anyMarkdown &^ quoteText, need: "{",
		search: pattern.New(`(\{+\s*(?i:said)\s*\}+)`),
		say:    "%[1]s belongs into the text of a quote, and is printed here as it stands; take it out",
	},
	{
		rule: "said", kinds: quoteText, need: "”",
		search: pattern.New(`(”,?\s+(?:said|says)\s)`),
		say:    "the attribution is built from speaker, title and org; take this one out, and write {said} where it belongs",
	},
	{
		rule: "picture", kinds: bodyText | blockText, need: "!", links: true,
		search: pattern.New(`(!\[([^\]\n]*)\]\(([^)\n<>"']*\S\s[^)\n<>"']*)\))`),
		say:    "a name with a space needs angle brackets, and this is printed as it stands; write ![%[2]s](<%[3]s>)",
		write:  "![%[2]s](<%[3]s>)",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "]", links: true,
		search: pattern.New(`(?:^|[^!\]])(\[([^\]\n]+)\] \(((?:https?://|www\.|mailto:)[^)\s]*)\))`),
		say:    "the space makes it no link; write [%[2]s](%[3]s)",
		write:  "[%[2]s](%[3]s)",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "[", links: true,
		search: pattern.New(`(\(([^()\n]+)\)\[((?:https?://|www\.|mailto:)[^\]\s]*)\])`),
		say:    "the brackets are the wrong way round; write [%[2]s](%[3]s)",
		write:  "[%[2]s](%[3]s)",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "[", links: true, notBehind: "!",
		search: pattern.New(`(\[\[[^\[\]\n]+\]\])(?:[^(\[]|$)`),
		say:    asItStands + "write the words, or [words](address)",
	},
	{
		rule: "picture", kinds: bodyText | blockText, need: "!", links: true,
		search: pattern.New(`(!\[\[([^\[\]\n|]+)[^\[\]\n]*\]\])`),
		say:    asItStands + "write ![](media/%[2]s), and declare it under [[media]]",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "]", links: true, notBehind: "!",
		search: pattern.New(`(\[([^\[\]\n]+)\]\(((?:https?://|www\.|mailto:)[^)\s]*))[ \t]+[^\s"'()<][^)\n]*`),
		say:    "the link does not end, and is printed as it stands; write [%[2]s](%[3]s)",
	},
	{
		rule: "footnote", kinds: anyMarkdown, need: "^",
		search: pattern.New(`(\^\[[^\]\n]+\])(?:[^(]|$)`),
		say:    "footnotes are printed as they stand; put %[1]s into the sentence or into notes",
	},
	{
		rule: "footnote", kinds: anyMarkdown, need: "^",
		search: pattern.New(`(\[\^[^\]\s]+\])`),
		say:    "footnotes are printed as they stand; put %[1]s into the sentence or into notes",
	},
	{
		rule: "strike", kinds: anyMarkdown, need: "~",
		search: pattern.New(`(~~)[^~\s][^~\n]*~~`),
		say:    asItStands + "take the struck-out words out",
	},
	{
		rule: "strike", kinds: anyMarkdown, need: "~",
		search: pattern.New(`(?:^|[\s(])(~)[\pL\pN](?:[^~\n]*[^~\s])?~(?:[\s).,;:!?]|$)`),
		say:    asItStands + "take the struck-out words out",
	},
	{
		rule: "task", kinds: bodyText | blockText, need: "[",
		search: pattern.New(`(?m)^\s*(?:[-*+]|\d+[.)])\s+(\[[ xX]\])\s`),
		say:    "a task box is printed as it stands; take %[1]s out",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: "•",
		search: pattern.New(`(?m:\A|\n\s*\n|^[^•\n][^\n]*\n)(•\s*([^\n]{0,40}))`),
		say:    "• makes no list, and its lines run on; write - %[2]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: "–—·・▪◦‣●○■□◆◇►▶✓✔➢➤",
		search: pattern.New(`(?:\A|\n[ \t]*\n|[:：][ \t]*\n) {0,3}(([–—·・▪◦‣●○■□◆◇►▶✓✔➢➤])\s*([^\n]{0,40})[^\n]*\n {0,3}[–—·・▪◦‣●○■□◆◇►▶✓✔➢➤])`),
		say:    "%[2]s makes no list, and its lines run on; write - %[3]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: ")",
		search: pattern.New(`(?:\A|\n[ \t]*\n|:[ \t]*\n) {0,3}(([aA]\))\s+([^\n]{0,40})[^\n]*\n {0,3}[bB]\))`),
		say:    "%[2]s makes no list, and its lines run on; write - %[3]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: "-+",
		search: pattern.New(`(?:\A|\n[ \t]*\n|:[ \t]*\n) {0,3}((([-+])(\pL[^\n]{0,40}))[^\n]*\n {0,3}[-+]\pL)`),
		say:    "a point needs a space after its sign, and its lines run on; write %[3]s %[4]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: ".)",
		search: pattern.New(`(?:\A|\n[ \t]*\n|:[ \t]*\n) {0,3}(([0-9]{1,2}[.)])(\pL[^\n]{0,40})[^\n]*\n {0,3}[0-9]{1,2}[.)]\pL)`),
		say:    "a point needs a space after its sign, and its lines run on; write %[2]s %[3]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: ".)",
		search: pattern.New(`(?m:^[^\s\d>|#*+-][^\n]*:[ \t]*\n` +
			` {0,3}(((?:[02-9]|[1-9][0-9]+)[.)])[ \t]+([^\n]{0,40})[^\n]*\n {0,3}[0-9]+[.)][ \t]))`),
		say: "a list that does not begin with 1 needs an empty line before it, or its lines run on; put one before %[2]s %[3]s",
	},
	{
		rule: "emoji", kinds: anyMarkdown, need: ":", notBehind: lettersAndDigits + `:/`,
		search: pattern.New(`(:[a-z][a-z0-9_+-]+:)(?:[\s).,;!?]|$)`),
		say:    asItStands + "write words",
	},
	{
		rule: "mark", kinds: anyMarkdown, need: "=",
		search: pattern.New(`(?:^|[^=\n])(==)[^=\s][^=\n]*==`),
		say:    asItStands + "write *words* for emphasis",
	},
	{
		rule: "mark", kinds: anyMarkdown, need: "~^",
		search: pattern.New(`[\pL\pN)](~[\pL\pN+-]{1,4}~|\^[\pL\pN+-]{1,4}\^)`),
		say:    asItStands + "write the small figure itself, as in m² or as in CO₂",
	},
	{
		rule: "definition", kinds: bodyText | blockText, need: ":",
		search: pattern.New(`(?m:^)[^\n]*\S[^\n]*\n {0,3}(:[ \t]+(\S[^\n]{0,40}))`),
		say:    "the colon makes no definition, and the line runs on behind its word; write **word**: %[2]s",
	},
	{
		rule: "definition", kinds: bodyText | blockText, need: "*",
		search: pattern.New(`(?m:^ {0,3}(\*\[([^\]\n]+)\]:[ \t]*(\S[^\n]{0,60}?)[ \t]*)$)`),
		say:    asItStands + "write %[2]s (%[3]s) where it stands first",
	},
	{
		rule: "dash", kinds: anyMarkdown, need: "-",
		search: pattern.New(`[\pL\pN,.;!?”’"')] ?(---)(?:[^-]|$)`),
		say:    asItStands + "write —",
	},
	{
		rule: "escape", kinds: anyMarkdown, need: `\`,
		search: pattern.New(`(\\n|\\u[0-9A-Fa-f]{4}|\\t)(?:[^a-z]|$)`),
		say:    asItStands + "write the character itself, or a new line",
	},
	{
		rule: "heading", kinds: bodyText | blockText, need: "#",
		search: pattern.New(`(?m)^ {0,3}((#{2,6})([^\s#][^\n]{0,40}))`),
		say:    "a heading needs a space after its signs; write %[2]s %[3]s",
		write:  "%[2]s %[3]s",
	},
	{
		rule: "mark", kinds: anyMarkdown, need: "+",
		search: pattern.New(`(?:^|[\s(“"'])(\+\+)[^+\s][^+\n]*\+\+`),
		say:    asItStands + "take the marks out",
	},
	{
		rule: "mark", kinds: anyMarkdown, need: "|",
		search: pattern.New(`(?:^|[\s(])(\|\|[^|\s](?:[^|\n]*[^|\s])?\|\|)(?:[\s).,;:!?]|$)`),
		say:    asItStands + "take the marks out, or what they would hide",
	},
	{
		rule: "mark", kinds: anyMarkdown, need: "$",
		search: pattern.New(`(\$\$)[^$]{1,400}\$\$`),
		say:    "formulas are printed as they stand; write this one in words, or put a picture of it there",
	},
	{
		rule: "program", kinds: anyMarkdown, need: "{",
		search: pattern.New(`(\{%[^%\n]*%\})`),
		say:    asItStands + "write what it stands for",
	},
	{
		rule: "program", kinds: anyMarkdown, need: "%",
		search: pattern.New(`(?:^|\s)(%%[^%\n]*[^%\s][^%\n]*%%)(?:\s|$)`),
		say:    asItStands + "take it out",
	},
	{
		rule: "program", kinds: plainLine | anyMarkdown, need: "|",
		search: pattern.New(`(\*\|[A-Za-z][A-Za-z0-9_:.=-]*\|\*)`),
		say:    filledElsewhere,
	},
	{
		rule: "program", kinds: plainLine | anyMarkdown, need: "%",
		search: pattern.New(`(?:^|[\s(“"',])(%[A-Za-z][A-Za-z0-9_.-]*%)(?:[\s).,;:!?”"'’]|$)`),
		say:    filledElsewhere,
	},
	{
		rule: "program", kinds: plainLine | anyMarkdown, need: "{", notBehind: "{",
		search: pattern.New(`(\$\{[A-Za-z_][\w. ]*\}|\{\$[A-Za-z_][\w.]*\}|` +
			`\{(?i:(?:first|last|full|user|contact)[_ -]?name|name|e-?mail|company|outlet|unsubscribe(?:[_ -]?link)?|pr[ée]nom|nom|nombre|vorname)` +
			`(?:\|[^}\n]*)?\})`),
		say: filledElsewhere,
	},
	{
		rule: "program", kinds: plainLine | anyMarkdown, need: "<@",
		search: pattern.New(`(<<[\pL][\w .-]*>>|@@[A-Za-z]\w*@@)`),
		say:    filledElsewhere,
	},
	{
		rule: "program", kinds: plainLine | anyMarkdown, need: "%",
		search: pattern.New(`(<%[^%\n]*%>)`),
		say:    filledElsewhere,
	},
	{
		rule: "program", kinds: anyMarkdown, need: "@",
		search: pattern.New(`(\[-?@[\pL\pN][\pL\pN:._-]*[^\]\n]{0,80}\])(?:[^(:]|$)`),
		say:    asItStands + "write who says it",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: "{",
		search: pattern.New(`(?m:^ {0,3})(\{:[ \t]*[.#][\pL\pN_-][^{}\n]*\})[ \t]*(?:\n|$)`),
		say:    asItStands + "take it out",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: "{",
		search: pattern.New(`(?m:^ {0,3}#{1,6}[ \t][^\n]*?|[)\]])(\{:?[ \t]*[#.][\pL\pN_-][^{}\n]*\})[ \t]*(?:\n|$)`),
		say:    asItStands + "take it out",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: ":!?",
		search: pattern.New(`(?m:^ {0,3}(:{3,}[^\n]{0,30}|!{3}[ \t]+[a-z][^\n]{0,30}|\?{3}\+?[ \t]+[a-z][^\n]{0,30})$)`),
		say:    asItStands + "a box is made by > before its lines, and an empty line behind them",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: ">",
		search: pattern.New(`(?m:^ {0,3}>[ \t]?(\[![A-Za-z]+\][+-]?)[ \t]*$)`),
		say:    asItStands + "take it out, or write **Note**",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: "[",
		search: pattern.New(`(?m:^[ \t]*(\[(?:TOC|toc|_TOC_)\])[ \t]*$)`),
		say:    asItStands + "a release has no table of contents; take it out",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: `\`,
		search: pattern.New(`(\\(?:newpage|pagebreak|clearpage))\b`),
		say:    asItStands + "pages are broken for you; take it out",
	},
	{
		rule: "mark", kinds: plainLine | anyMarkdown, need: "'",
		search: pattern.New(`(?:^|[^'])('''[^'\n]+''')(?:[^']|$)`),
		say:    asItStands + "take the marks out",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "[", links: true, notBehind: "[]!",
		search: pattern.New(`(\[(https?://[^\s\]]+)[ \t]+([^\]\n]*[^\]\s])\])(?:[^(\[:]|$)`),
		say:    "the address comes last; write [%[3]s](%[2]s)",
		write:  "[%[3]s](%[2]s)",
	},
	{
		rule: "mark", kinds: plainLine | anyMarkdown, need: "[", links: true, notBehind: `\]`,
		search: pattern.New(`(\[(?i:b|i|u|s|url|img|quote|color|size|center|list)(?:=[^\]\n]*)?\])[^\n]*?` +
			`\[/(?i:b|i|u|s|url|img|quote|color|size|center|list)\]`),
		say: asItStands + "take the marks out",
	},
	{
		rule: "program", kinds: anyMarkdown, need: "{",
		search: pattern.New(`(\{(?:color|panel|noformat|code|quote|info|note)(?::[^}\n]*)?\})[^\n]*?` +
			`\{(?:color|panel|noformat|code|quote|info|note)\}`),
		say: asItStands + "take the marks out",
	},
	{
		rule: "heading", kinds: bodyText | blockText, need: "h",
		search: pattern.New(`(?m:^ {0,3}(h[1-6]\. +(\S[^\n]{0,40})))`),
		say:    "this makes no heading; write ## %[2]s",
		write:  "## %[2]s",
	},
	{
		rule: "markdown", kinds: plainLine, need: "*",
		search: pattern.New(`(\*\*)\S`),
		say:    "Markdown is not read here, and %[1]s is printed as it stands; take the marks out",
	},
	{
		rule: "markdown", kinds: plainLine, need: "*",
		search: pattern.New(`(?:^|[\s(“"])(\*[^\s*](?:[^*\n]*[^\s*])?\*)(?:[\s).,;:!?”"]|$)`),
		say:    "Markdown is not read here, and %[1]s is printed as it stands; write words alone",
	},
	{
		rule: "markdown", kinds: plainLine, need: "_",
		search: pattern.New(`(?:^|[\s(“"])(_[^\s_](?:[^_\n]*[^\s_])?_)(?:[\s).,;:!?”"]|$)`),
		say:    "Markdown is not read here, and %[1]s is printed as it stands; write words alone",
	},
	{
		rule: "markdown", kinds: plainLine, need: "]",
		search: pattern.New(`(\[[^\]]*\]\([^)]*\))`),
		say:    "Markdown is not read here, and %[1]s is printed as it stands; write words alone",
	},
	{
		rule: "markdown", kinds: plainLine, need: "&",
		search: pattern.New(`[A-Za-z0-9](&(?:amp|lt|gt|quot|apos|nbsp|shy|[lr][sd]quo|[nm]dash|hellip|#[0-9]{2,5}|#x[0-9a-fA-F]{2,4});)`),
		say:    "%[1]s is printed as it stands; write the character itself",
	},
	{
		rule: "markdown", kinds: plainLine, need: "&", notBehind: lettersAndDigits + `:/`,
		search: pattern.New(`(&(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);)`),
		say:    "%[1]s is printed as it stands; write the character itself",
	},
	{
		rule: "encoding", kinds: plainLine | anyMarkdown, need: "â",
		search: pattern.New(`(â€.?)`),
		say:    "%[1]s comes from reading the text in the wrong encoding; write the character that belongs here",
	},
	{
		rule: "encoding", kinds: plainLine | anyMarkdown, need: "Ã",
		search: pattern.New(`(Ã[\x{80}-\x{BF}])`),
		say:    "%[1]s comes from reading the text in the wrong encoding; write the letter that belongs here",
	},
	{
		rule: "encoding", kinds: plainLine | anyMarkdown, need: "\uFFFD",
		search: pattern.New(`(\x{FFFD})`),
		say:    "%[1]s stands for a character lost in the wrong encoding; write the one that belongs here",
	},
	{
		rule: "direction", kinds: plainLine | anyMarkdown, need: "\u202D\u202E",
		search: pattern.New(`([\x{202D}\x{202E}])`),
		say:    "an invisible mark stands here that turns round what follows, so that other words are seen than are written; take it out",
	},
	{
		rule: "encoding", kinds: plainLine | anyMarkdown, need: "\uFFFC",
		search: pattern.New(`(\x{FFFC})`),
		say:    "an object that was not pasted along left a sign here; take it out",
	},
}

// most is how often one slip is told of in one text.
const most = 20

// slips looks for what would be printed as it stands.
func (t *text) slips(diags *diagnostic.List, m masks) {
	for _, s := range slices.Concat(slips, foreign, pasted) {
		src := m.prose
		if s.links {
			src = m.words
		}
		if s.kinds&t.kind == 0 || !strings.ContainsAny(src, s.need) {
			continue
		}
		for _, found := range s.search.FindAllStringSubmatchIndex(src, most) {
			if found[2] > 0 && strings.IndexByte(s.notBehind, src[found[2]-1]) >= 0 {
				continue
			}
			var groups []any
			for g := 2; g < len(found); g += 2 {
				group := ""
				if found[g] >= 0 {
					group = strings.TrimSpace(src[found[g]:found[g+1]])
				}
				groups = append(groups, group)
			}
			diags.Warnf(t.at(found[2]), s.rule, "%s", say(s.say, groups))
			if s.write != "" {
				diags.Write(diagnostic.Instead{Old: fmt.Sprint(groups[0]), New: say(s.write, groups)})
			}
		}
	}
	t.unwritten(diags, m.prose)
}

// say fills a text with groups; it may name fewer than there are.
func say(format string, groups []any) string {
	out := format
	for i, g := range groups {
		out = strings.ReplaceAll(out, fmt.Sprintf("%%[%d]s", i+1), fmt.Sprint(g))
	}
	return out
}

var (
	fileName    = pattern.New(`(?i)^\S+\.(?:jpe?g|png|gif|webp|heic|avif|tiff?|svg|bmp)$`)
	dash        = pattern.New(`[—–-]\s*$`)
	title       = pattern.New(`^(?:#{1,2}[ \t]+([^\n]*?)[ \t#]*(?:\r?\n|$)|([^\n]+?)[ \t]*\r?\n(?:=+|-+)[ \t]*(?:\r?\n|$))`)
	releaseLine = pattern.New(`(?i)^\W*(?:for immediate release|embargoed until|under embargo until)\b`)
	endMark     = pattern.New(`(?:^|\n)[ \t]*(\\?(?:###|# # #|ENDS|-ENDS-|– ENDS –|— ENDS —|-30-|– 30 –))\s*$`)
)

// setForYou names what the author wrote and the program writes as well.
func (f *file) setForYou(diags *diagnostic.List) {
	dateline, headline := "", ""
	for _, t := range f.texts {
		switch t.key {
		case "headline":
			headline = t.s
		case "dateline":
			dateline = t.s
			if i := dash.FindStringIndex(t.s); i != nil {
				diags.Warnf(t.at(i[0]), "dateline",
					"the dash is set for you, and would stand twice; write dateline = %q", strings.TrimSpace(t.s[:i[0]]))
			}
		case "media.alt":
			if fileName.MatchString(t.s) {
				diags.Warnf(t.at(0), "alt", "%s is the name of a file, not what the picture shows; write it for those who cannot see it", t.s)
			}
		case "body":
			start := len(t.s) - len(strings.TrimLeft(t.s, " \r\n"))
			if dateline != "" && strings.HasPrefix(strings.ToLower(strings.TrimLeft(t.s[start:], "*")), strings.ToLower(dateline)) {
				diags.Warnf(t.at(start), "dateline", "the dateline stands in front of the text already, and would stand twice; begin with the sentence")
			}
			if m := title.FindStringSubmatch(t.s[start:]); m != nil && headline != "" && strings.EqualFold(m[1]+m[2], strings.TrimSpace(headline)) {
				diags.Warnf(t.at(start), "headline", "the headline stands above the text already, and would stand twice; take it out")
			}
			if releaseLine.MatchString(t.s[start:]) {
				diags.Warnf(t.at(start), "release-line", "this line is set above the release for you, and would stand twice; take it out")
			}
			if m := endMark.FindStringSubmatchIndex(t.s[max(0, len(t.s)-80):]); m != nil {
				diags.Warnf(t.at(max(0, len(t.s)-80)+m[2]), "end-mark",
					"an end mark is set under the release for you, and this one is left out; take it out")
			}
		}
	}
}

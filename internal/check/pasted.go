package check

import (
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

// pasted is what comes along when words are taken from somewhere else: remarks of those
// who corrected them, a chat, a mail, a page whose spaces are no spaces.
var pasted = []slip{
	{
		rule: "remark", kinds: anyMarkdown, need: "{",
		search: pattern.New(`(\{>>[^\n]*?<<\})`),
		say:    "%[1]s is a remark of an editor, and is printed as it stands; take it out",
	},
	{
		rule: "remark", kinds: anyMarkdown, need: "{",
		search: pattern.New(`(\{#[ \t][^\n]*?[ \t]#\})`),
		say:    "%[1]s is a remark, and is printed as it stands; take it out",
	},
	{
		rule: "remark", kinds: bodyText | blockText, need: "/",
		search: pattern.New(`(?m:^ {0,3}(// +\pL[^\n]{0,40}))`),
		say:    "// begins no remark here, and the line is printed; take it out",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: "FVD",
		search: pattern.New(`(?m:^ {0,3}((?:From|Von|De|Da|Van|Od|Fra|Från) ?: ?[^\n]{1,120})\n {0,3}` +
			`(?:Sent|Date|To|Gesendet|Datum|An|Envoyé|À|Enviado|Fecha|Para|Data|Inviato|A|Verzonden|Aan|` +
			`Wysłano|Do|Sendt|Til|Skickat|Till) ?:[ \t])`),
		say: "the head of a mail stands here, and is printed; take it out",
	},
	{
		rule: "remark", kinds: anyMarkdown, need: "{",
		search: pattern.New(`(\{\+\+[^\n]*?\+\+\}|\{--[^\n]*?--\}|\{~~[^\n]*?~>[^\n]*?~~\})`),
		say:    "%[1]s is the change of an editor, and is printed as it stands; write the words that hold",
	},
	{
		rule: "link", kinds: anyMarkdown, need: "<", links: true,
		search: pattern.New(`(<((?:https?://|mailto:)[^\s<>|]+)\|([^<>|\n]+)>)`),
		say:    asItStands + "write [%[3]s](%[2]s)",
		write:  "[%[3]s](%[2]s)",
	},
	{
		rule: "program", kinds: anyMarkdown, need: "<",
		search: pattern.New(`(<(?:[@#][A-Z][A-Z0-9]{2,}(?:\|[^<>\n]*)?|!(?:channel|here|everyone))>)`),
		say:    asItStands + "write a name, or take it out",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: ":",
		search: pattern.New(`(?m:^ {0,3}>? ?((?:On|Am|Le|El|Il|Em|Op) [^\n]{6,120}[0-9][^\n]{0,120} ` +
			`(?:wrote|schrieb[^\n]{0,60}|a écrit|escribió|ha scritto|escreveu|schreef[^\n]{0,60}) ?:)[ \t]*$)`),
		say: "this line comes from a mail; take it out",
	},
	{
		rule: "program", kinds: bodyText | blockText, need: "SsVEIlG-B",
		search: pattern.New(`(?m:^ {0,3}((?:Sent from (?:my|Outlook|Mail|Yahoo)|Get Outlook for|Von meinem [^\n]{1,30} gesendet|` +
			`Envoyé (?:de|depuis) mon|Enviado (?:desde|do|de) m[ie]u?|` +
			`Inviato da(?:l mio)? |-{2,} ?(?:Original|Forwarded) [Mm]essage|Begin forwarded message:)[^\n]{0,40})$)`),
		say: "this line comes from a mail; take it out",
	},
	{
		rule: "heading", kinds: bodyText | blockText, need: "#",
		search: pattern.New(`(?m:^ {0,3}((#)[\x{a0}\x{2002}-\x{200a}\x{202f}\x{3000}]+(\pL[^\n]{0,40})))`),
		say:    "a heading needs an ordinary space after its signs, where another one stands; write %[2]s %[3]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: "-*+",
		search: pattern.New(`(?m:^ {0,3}(([-*+])[\x{a0}\x{2002}-\x{200a}\x{202f}\x{3000}]+(\pL[^\n]{0,40})))`),
		say:    "a point needs an ordinary space after its sign, where another one stands; write %[2]s %[3]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: ".)",
		search: pattern.New(`(?:\A|\n[ \t]*\n|:[ \t]*\n) {0,3}(([0-9]{1,2}[.)])[\x{a0}\x{202f}\x{3000}]+([^\n]{0,40})[^\n]*\n` +
			` {0,3}[0-9]{1,2}[.)][\x{a0}\x{202f}\x{3000}])`),
		say: "a point needs an ordinary space after its sign, where another one stands; write %[2]s %[3]s",
	},
	{
		rule: "list", kinds: bodyText | blockText, need: "#-*+.)",
		search: pattern.New(`(?m:^ {0,3}([\x{a0}\x{200b}-\x{200f}\x{2060}\x{3000}\x{feff}][ \x{a0}\x{200b}-\x{200f}\x{2060}\x{3000}\x{feff}]*)` +
			`((?:#{1,6}|[-*+]|[0-9]{1,2}[.)]) +[^\n]{0,40}))`),
		say: "a character that cannot be seen stands before these signs, which make no list and no heading; begin the line with %[2]s",
	},
	{
		rule: "link", kinds: plainLine | anyMarkdown, need: "/@", links: true,
		search: pattern.New(`(?i:https?://|www\.|[a-z0-9._%+-]+@)[^\s<>()"]*?([\x{ad}\x{200b}-\x{200f}\x{2060}\x{feff}])[^\s<>()"]`),
		say:    "a character that cannot be seen stands in this address, which then leads nowhere; take it out",
	},
	{
		rule: "link", kinds: plainLine | anyMarkdown, need: "@", links: true,
		search: pattern.New(`(?i:[a-z0-9._%+-])([\x{ad}\x{200b}-\x{200f}\x{2060}\x{feff}])@[\pL\pN]`),
		say:    "a character that cannot be seen stands in this address, which then leads nowhere; take it out",
	},
	{
		rule: "markdown", kinds: plainLine, need: "#",
		search: pattern.New(`^(#{1,6}) +\pL`),
		say:    "Markdown is not read here, and %[1]s is printed as it stands; take it out",
	},
}

// unclosed finds what begins and does not end: code between fences, which takes in all
// that follows, and a remark, which is then printed.
func (t *text) unclosed(diags *diagnostic.List, words string) {
	if at, fence := fenced(t.s, func(int, int) {}); at >= 0 {
		diags.Warnf(t.at(at), "code",
			"all that follows is code, since nothing ends it; put %s into a line of its own where the code ends, or take it out", fence)
	}
	from := 0
	for {
		i := strings.Index(words[from:], "<!--")
		if i < 0 || strings.Contains(words[from+i:], "-->") {
			return
		}
		from += i
		if line := words[strings.LastIndexByte(words[:from], '\n')+1 : from]; strings.TrimSpace(line) != "" { // else it is HTML to the end
			diags.Warnf(t.at(from), "remark", "this remark does not end, and is printed; take it out")
			return
		}
		from += len("<!--")
	}
}

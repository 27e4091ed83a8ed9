package importer

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
	"pressroom/internal/wording"
)

// Texts that a source shows to nobody, or takes back, are left out of a release and
// told: struck and hidden words, and what a newsletter puts under its text.

// leaveOut keeps words for what is told at the paragraph's end.
func (w *walker) leaveOut(kind, words string) {
	at := len(strings.TrimRight(w.cur.Text, " ")) + w.elements
	if n := len(w.gone); n > 0 && w.gone[n-1].kind == kind && w.gone[n-1].at == at {
		w.gone[n-1].words += words
		return
	}
	w.gone = append(w.gone, gone{kind, words, at})
}

// gone are words that were left out, what they were, and where.
type gone struct {
	kind, words string
	at          int
}

// tell says what was left out of a paragraph.
func (w *walker) tell() {
	for _, g := range w.gone {
		words := strings.Join(strings.Fields(g.words), " ")
		if strings.Trim(words, " \u200c\u00a0") == "" || len(w.told) >= maxTold {
			continue
		}
		w.told = append(w.told, fmt.Sprintf("%s words were left out: “%s”", g.kind, excerpt(words)))
	}
	w.gone = nil
}

// passOver notes a part of a page that no release has: a menu or a form with its first words,
// a frame or a video with its address.
func (w *walker) passOver(n *html.Node) {
	kind := map[atom.Atom]string{atom.Nav: "a menu", atom.Form: "a form", atom.Video: "a video", atom.Audio: "a sound"}[n.DataAtom]
	if kind == "" {
		kind = "a frame"
	}
	what := ""
	for _, c := range append(all(n, atom.Source), n) {
		for _, a := range c.Attr {
			if a.Key == "src" || a.Key == "data" {
				what = shortAddress(a.Val)
			}
		}
	}
	if what == "" || n.DataAtom == atom.Nav || n.DataAtom == atom.Form {
		words := strings.Fields(wordsOf(n))
		if what = strings.Join(words[:min(len(words), wordsBehind)], " "); what == "" {
			return
		}
	}
	if len(w.passed) < mostPassed {
		w.passed = append(w.passed, fmt.Sprintf("%s (“%s”)", kind, what))
	}
}

// mostPassed bounds how many parts of a page are told.
const mostPassed = 12

// wordsOf are all words in an element.
func wordsOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return clean(n.Data) + " "
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil && b.Len() < 2000; c = c.NextSibling {
		b.WriteString(wordsOf(c))
	}
	return b.String()
}

// tellPassed says in one line what of a page was passed over.
func (w *walker) tellPassed() {
	list := w.passed
	if w.outside > 0 {
		list = append(list, wording.Count(w.outside, "line")+" outside its article")
	}
	if len(list) > 0 {
		w.told = append(w.told, "parts of the page were left out: "+strings.Join(list, ", "))
	}
}

// maxTold bounds what is told of one source.
const maxTold = 200

// footerLine is what newsletters put under their text.
var footerLine = pattern.New(`(?i)\b(?:unsubscribe|view (?:this (?:e-?mail|message) )?(?:in|online)|view (?:it )?in (?:your )?browser|` +
	`manage (?:your )?(?:preferences|subscription)|update (?:your )?(?:preferences|profile)|opt[ -]out|` +
	`abmelden|abbestellen|im browser (?:ansehen|öffnen|anzeigen)|se désabonner|(?:se |me |vous )?désinscri(?:re|vez)|` +
	`(?:gérer|modifier) vos préférences|voir (?:ce message )?(?:dans|en ligne)|` +
	`dar(?:se|me|te) de baja|cancelar (?:la )?su(?:b)?scripción|ver en (?:el|su) navegador|` +
	`cancelar (?:a )?inscrição|ver no navegador|annulla iscrizione|disiscriviti|visualizza nel browser|afmelden|uitschrijven|bekijk in ` +
	`(?:de |je )?browser)\b`)

// footerWords begin a line or a sentence of that foot: why somebody got the newsletter, and whose it is.
var footerWords = pattern.New(`(?im)^\W*(?:you(?: are|’re|'re| were)? receiv(?:ing|ed) this (?:e-?mail|message|newsletter)|` +
	`this (?:e-?mail|message|newsletter) (?:was|is) sent to|(?:vous recevez|vous avez reçu) (?:ce|cet|cette) (?:message|e-?mail|` +
	`courriel|lettre|` +
	`infolettre|newsletter)|sie (?:erhalten|bekommen) diese[nrs]? (?:e-?mail|nachricht|newsletter)|(?:usted )?(?:recibes?|ha recibido|` +
	`has recibido) este (?:correo|mensaje|boletín|e-?mail)|ricevi quest[ao] (?:e-?mail|messaggio|newsletter)|(?:você )?(?:recebeu|` +
	`está recebendo) este (?:e-?mail|boletim)|(?:je|u) ontvangt (?:deze|dit) (?:e-?mail|bericht|nieuwsbrief))`)

// withoutFooter takes the lines of a newsletter's foot out of what came of a page.
func withoutFooter(list []prose.Para) (kept []prose.Para, told []string) {
	for _, p := range list {
		linked := false
		for _, m := range p.Marks {
			linked = linked || m.Href != ""
		}
		text := p.Text + p.Table
		words, foot := len(strings.Fields(text)), footerWords.MatchString(text)
		if foot && words < 80 || footerLine.MatchString(text) && words < 30 && (linked || strings.Contains(text, "](") ||
			strings.ContainsAny(text, "|·•")) {
			told = append(told, fmt.Sprintf("a newsletter's line was left out: “%s”", excerpt(strings.Join(strings.Fields(text), " "))))
			continue
		}
		kept = append(kept, p)
	}
	return kept, told
}

// adLine is what a page that was copied has where it shows an advertisement, and styleLine what it says to
// browsers alone.
var (
	adLine = pattern.New(`(?i)^\W*(?:(?:advertisement|advertising|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|pubblicità|` +
		`publicidade|advertentie)(?:\W+(?:scroll|continue|story|article|weiter|lire)\b[\pL ]{0,60})?|` +
		`(?:story|article) continues (?:after|below)\b[\pL ]{0,60})\W*$`)
	styleLine = pattern.New(`^(?:[.#@][\pL-]|\pL+[.#][\pL-]+)[^{}]{0,120}\{[^{}]*:`)
)

// withoutAds takes such lines out of a text, and tells the first.
func (d *draft) withoutAds(list []prose.Para) []prose.Para {
	n := len(list)
	kept := slices.DeleteFunc(slices.Clone(list), func(p prose.Para) bool {
		foreign := p.Table == "" && (adLine.MatchString(p.Text) || styleLine.MatchString(p.Text))
		if foreign && n == len(list) {
			d.Unsure = append(d.Unsure, fmt.Sprintf("lines of the page that are none of the release were left out; the first is “%s”",
				excerpt(p.Text)))
			n--
		}
		return foreign
	})
	return kept
}

const (
	upFrom   = "0123456789+-−=()niabcdefghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVW"
	upTo     = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ"
	downFrom = "0123456789+-−=()aehijklmnoprstuvx"
	downTo   = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
)

// Raised and lowered signs, by the plain ones.
var raised, lowered = signs(upFrom, upTo), signs(downFrom, downTo)

func signs(from, to string) map[rune]rune {
	out := make(map[rune]rune)
	target := []rune(to)
	for i, r := range []rune(from) {
		out[r] = target[i]
	}
	return out
}

// ordinal are endings that a program of text raises by itself: 1st, 2e, 3ème.
var ordinal = pattern.New(`^(?i:st|nd|rd|th|er|re|ère|e|ème|eme|nd|nde|o|a|os|as|r|ro|do|to|º|ª)$`)

// shifted writes a raised (1) or lowered (-1) text with signs of its own, so that
// 10³ does not become 103. Endings of ordinal numbers stay as they are; what has no
// signs of its own gets a mark before it, as in 10^(n/2).
func (w *walker) shifted(s string, by int) string {
	text := strings.TrimSpace(s)
	up := by == 1
	last, _ := utf8.DecodeLastRuneInString(w.cur.Text)
	switch {
	case text == "":
		return s
	case up && unicode.IsDigit(last) && ordinal.MatchString(text):
		return s
	case up && (strings.EqualFold(text, "tm") || text == "™"):
		return "™"
	case up && (strings.EqualFold(text, "r") || text == "®"):
		return "®"
	}
	table, sign := raised, "^"
	if !up {
		table, sign = lowered, "_"
	}
	var b strings.Builder
	for _, r := range text {
		to, ok := table[r]
		if !ok {
			if len([]rune(text)) == 1 {
				return sign + text
			}
			return sign + "(" + text + ")"
		}
		b.WriteRune(to)
	}
	return b.String()
}

package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// A page that was copied brings its title and its menu with it: lines that are no part of
// the release, and stand before it. They become letterhead, which the file keeps as remarks.

const (
	mostCrumbs = 25  // lines among which a headline is looked for that the page's title repeats
	longMenu   = 400 // and so many where whole menus stand between
	crumbWords = 8   // a line of a menu has no more
	noMenu     = 60  // words of a line that is of no menu
)

// pageTitle stands behind a headline in the title of a page.
var pageTitle = pattern.New(`^\s+(?:\||[-–—]|::|»|•)\s+\S`)

// kindBefore stands before a headline in the title of a page.
var kindBefore = pattern.New(`(?i)^\W*(?:(?:press|news|media) (?:release|statement)|statement|news|` +
	`(?:nota|comunicado) de (?:prensa|imprensa)|` +
	`communiqué(?: de presse)?|pressemitteilung|comunicato stampa|persbericht)\s?(?:[:|–—-]|::|»)\s*$`)

// crumbs takes the lines of a page's menu off the beginning of a list.
func (d *draft) crumbs(list []prose.Para) []prose.Para {
	list = d.withoutPath(list)
	end := headlineAgain(list)
	for i := 0; end == 0 && i < len(list) && i < 10; i++ {
		if prose.SkipLink.MatchString(list[i].Text) {
			for end = i + 1; end < len(list) && prose.SkipLink.MatchString(list[end].Text); end++ {
			}
		}
	}
	if end == 0 {
		return list
	}
	if end >= mostCrumbs { // all of it is menus, in which labels stand that are none of a release
		d.above(list[:end])
		return d.dayFirst(list[end:])
	}
	var kept []prose.Para
	for i, p := range list[:end] {
		own := p.Table != "" || p.Level > 0 || prose.IsPartLine(p.Text) && !prose.SkipLink.MatchString(p.Text) || isDateLine(p.Text, d.Lang)
		if own || len(strings.Fields(p.Text)) > crumbWords && i > 0 {
			kept = append(kept, p)
			continue
		}
		d.Letterhead = append(d.Letterhead, p.Text)
	}
	return append(kept, list[end:]...)
}

// withoutPath takes off what stands above the copy up to where the path to a page ends, with the headline cut short,
// and writes the headline there as the title of the page has it.
func (d *draft) withoutPath(list []prose.Para) []prose.Para {
	for i := 1; i < len(list) && i < mostCrumbs; i++ {
		text := cutShort.ReplaceAllString(list[i].Text, "")
		whole, rest, ok := strings.Cut(list[0].Text, " - ")
		if text == list[i].Text || !ok || rest == "" || len(strings.Fields(text)) < 4 || !strings.HasPrefix(whole, text) {
			continue
		}
		d.above(list[:i+1])
		return append([]prose.Para{{Text: whole, Level: 1, Place: list[0].Place}}, list[i+1:]...)
	}
	return list
}

// cutShort ends a line that goes on elsewhere.
var cutShort = pattern.New(`(?:\.\.\.|…)$`)

// headlineAgain is where the headline stands that the title of the page, on the first line,
// begins with; 0 for nowhere.
func headlineAgain(list []prose.Para) int {
	if len(list) == 0 || list[0].Level > 0 || prose.LongPara(list[0].Text) {
		return 0
	}
	for i := 1; i < len(list) && i < mostCrumbs; i++ {
		text := list[i].Text
		if len(strings.Fields(text)) > 2 && strings.HasPrefix(list[0].Text, text) && pageTitle.MatchString(list[0].Text[len(text):]) {
			return i
		}
		if at := strings.LastIndex(list[0].Text, text); at > 0 && len(strings.Fields(text)) > 2 && at+len(text) == len(list[0].Text) &&
			kindBefore.MatchString(list[0].Text[:at]) {
			return i
		}
	}
	return headlineFar(list)
}

// dayBefore is a day before a headline, on its line.
var dayBefore = pattern.New(`^([^:]{6,30}): (\p{Lu}.*)$`)

// headlineFar is where below long menus the headline stands alone that the page's title begins
// with, perhaps behind the day.
func headlineFar(list []prose.Para) int {
	for i := mostCrumbs; i < len(list) && i < longMenu; i++ {
		text := list[i].Text
		if prose.WordsIn(text) > noMenu {
			return 0 // the copy stands above
		}
		if m := dayBefore.FindStringSubmatch(text); m != nil && shortDay.MatchString(m[1]) {
			text = m[2]
		}
		if len(strings.Fields(text)) > 3 && strings.HasPrefix(list[0].Text, text) && pageTitle.MatchString(list[0].Text[len(text):]) {
			return i
		}
	}
	return 0
}

// dayFirst parts a day from the headline behind it.
func (d *draft) dayFirst(list []prose.Para) []prose.Para {
	m := dayBefore.FindStringSubmatchIndex(list[0].Text)
	if m == nil {
		return list
	}
	day, headline := list[0].Part(m[2], m[3]), list[0].Part(m[4], m[5])
	if !isDateLine(day.Text, d.Lang) {
		return list
	}
	return append([]prose.Para{day, headline}, list[1:]...)
}

// placeAlone is a place on a line of its own, with a dash alone on the next: a page has them
// in elements of their own.
var placeAlone = pattern.New(`(?m)^(\p{Lu}[\p{Lu}\p{L} .,'’-]{1,40})\n[–—]\n(\S)`)

// placeThenDash is a place in capitals on a line of its own, with a dash before the copy on the next.
var placeThenDash = pattern.New(`(?m)^(\p{Lu}[\p{Lu} .,'’-]{2,40})\n[–—] (\p{Lu})`)

const (
	flatLine   = 500 // characters from which on a line may be a text whose paragraphs were lost
	fewParted  = 2   // sentences parted by two spaces, at least, and as many by one
	mostParted = 400
)

// parted gives a line its paragraphs back that two spaces part, where one space parts
// sentences.
func parted(text string) string {
	if !strings.Contains(text, "  ") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if len(l) < flatLine || len(l) > maxText/4 {
			continue
		}
		two := twoSpaces.FindAllStringIndex(l, mostParted)
		if len(two) < fewParted || len(oneSpace.FindAllStringIndex(l, mostParted)) < fewParted {
			continue
		}
		lines[i] = twoSpaces.ReplaceAllString(l, "$1\n\n$2")
	}
	return strings.Join(lines, "\n")
}

var (
	twoSpaces = pattern.New(`([.!?…][”"’)]?) {2,}([\p{Lu}“"«„•–-])`)
	oneSpace  = pattern.New(`[.!?…][”"’)]? [\p{Lu}“"«„]`)
)

// aboutTwice tells a boilerplate whose heading runs on without a stop, and whose text begins
// with the name again: "About Tidewell Tidewell makes rope".
func aboutTwice(s string) bool {
	label := aboutLabel.FindString(s)
	words := strings.Fields(s[len(label):])
	for n := 1; label != "" && n <= 7 && 2*n < len(words); n++ {
		name := strings.Join(words[:n], " ")
		if first, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(first) && !prose.Leading[strings.ToLower(words[0])] {
			return false
		}
		again := strings.TrimRight(strings.Join(words[n:2*n], " "), ",.™®")
		bare := strings.TrimPrefix(name, "the ")
		article := bare != name && strings.HasPrefix(strings.Join(words[n:], " "), "The "+bare)
		if strings.EqualFold(again, name) || article {
			return true
		}
	}
	return false
}

var aboutLabel = pattern.New(`^(?:About|Acerca de|Sobre|À propos de|Über|Over|Informazioni su)\s+`)

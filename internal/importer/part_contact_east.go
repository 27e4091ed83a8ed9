package importer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"pressroom/internal/importer/prose"
	"pressroom/internal/pattern"
)

// Japanese, Korean and Chinese write whom to ask with labels and signs of their own. What they write stays where it
// stands; the contact is read from it.

var (
	// eastAsks begins the lines that say whom to ask.
	eastAsks = pattern.New(`^[^\pL\pN]*(?:[^。.]{0,24}?(?:に関する|に関して|についての|に対する|からの|の|用|[、・ ]))?(?:お?問い?合わ?せ(?:先|窓口)?|` +
		`ご?連絡先|取材(?:の)?(?:お?申し?込み?|依頼)先?)(?:[^\pL]|$|は)|` +
		`^[^\pL\pN]*(?:[^。.:]{0,12} )?(?:문의처?|연락처|담당 ?부서)(?:[^\pL]|$)|` +
		`^[^\pL\pN]*(?:[媒][体體]|新[闻聞]|[记記]者)?[联聯][系絡络](?:人|方式)?(?:[^\pL]|$)`)
	// eastName is who answers.
	eastName = pattern.New(`(?:ご?担当者?|담당자?|[联聯][系絡络]人|氏名)\s*[:/]\s*` + eastPerson + `(?:\s|[,、(/]|$|様|まで)`)
	// eastOfficer is somebody behind an office.
	eastOfficer = pattern.New(`(?:^|\s)(理事長|副理事長|代表理事|事務局長|会長|部長|課長|室長|係長|主任|広報官|教授|准教授)\s*` + eastPerson + `(?:\s|[,、(/]|$)`)
	// eastOrg is a line that names an organisation.
	eastOrg = pattern.New(`^[^\pL]*(\S*(?:株式会社|有限会社|合同会社|財団|法人|大学|研究所|機構|協会|連盟|組合|委員会|公司|集[团團]|基金会|基金會|協會|협회|` +
		`협회|재단|주식회사|위원회|대학교)\S*)`)
	// eastElse is a number that nobody calls: of a fax, and of an address on paper.
	eastElse = pattern.New(`(?i)(?:fax|ファックス|ファクス|팩스|传真|傳真)\s*[:.]?\s*[\d() +-]+|〒\s*\d{3}-\d{4}`)
)

// eastPerson is a name.
const eastPerson = `(\p{Han}{1,4}(?: \p{Han}{1,4})?|\p{Hangul}{2,4})`

const (
	eastBlock    = 10 // lines that such a block has, at most
	eastHeadline = 6  // letters of a headline, at least
)

// east tells a language that writes so.
func (d *draft) east() bool { return d.unspaced() || d.Lang == "ko" }

// unspaced tells one that puts no spaces between words.
func (d *draft) unspaced() bool { return d.Lang == "ja" || strings.HasPrefix(d.Lang, "zh") }

// contactOfEast finds whom to ask in a text of these languages, where no other contact is.
func (d *draft) contactOfEast() {
	if !d.east() || len(d.Contacts) > 0 {
		return
	}
	var lines []string
	for _, list := range [][]prose.Para{d.Body, d.Boilerplate, d.notes} {
		for _, p := range writtenOut(list) {
			lines = append(lines, strings.Split(eastElse.ReplaceAllString(norm.NFKC.String(p.Text), ""), "\n")...)
		}
	}
	for i, line := range lines {
		if !eastAsks.MatchString(line) {
			continue
		}
		block := lines[i:min(len(lines), i+eastBlock)]
		for n := 1; n < len(block); n++ {
			if eastAsks.MatchString(block[n]) && prose.HasReach(block[:n]) {
				block = block[:n]
			}
		}
		if prose.HasReach(block) {
			d.addEast(block)
			return
		}
	}
}

// addEast keeps the contacts of such a block: one, or one a line, where several have an address.
func (d *draft) addEast(block []string) {
	var one []string
	for _, l := range block {
		if prose.EmailPattern.MatchString(l) {
			one = append(one, l)
		}
	}
	if len(one) < 2 {
		one = []string{strings.Join(block, "\n")}
	}
	for _, text := range one {
		c := reachedIn(prose.Contact{}, text)
		if !strings.Contains(c.Phone, ")") {
			c.Phone = strings.TrimPrefix(c.Phone, "(") // the whole of it stands in brackets
		}
		for _, l := range block[1:] {
			if m := eastOrg.FindStringSubmatch(l); m != nil && c.Org == "" {
				c.Org = m[1]
			}
		}
		if m := eastName.FindStringSubmatch(text); m != nil {
			c.Name = m[1]
		} else if m := eastOfficer.FindStringSubmatch(text); m != nil {
			c.Role, c.Name = m[1], m[2]
		}
		d.addContact(c)
	}
}

// firstUnspaced is the headline of a language that puts no spaces between words: the first line that is long enough,
// and neither an organisation's name nor an office with a name. -1: none, or another language.
func (d *draft) firstUnspaced(head []prose.Para) int {
	if !d.unspaced() {
		return -1
	}
	for i, p := range head {
		text := norm.NFKC.String(p.Text)
		m := eastOrg.FindString(text)
		if p.Table == "" && utf8.RuneCountInString(text) >= eastHeadline && !strings.HasSuffix(text, "。") && m != text &&
			!eastOfficer.MatchString(text) && !eastHead.MatchString(text) && !d.noHeadline(p.Text) {
			return i
		}
	}
	return -1
}

// eastHead is a line of who gives a release out: an office with a name behind it, or the press it is for.
var eastHead = pattern.New(`^\S*(?:取締役|社長|理事|長) +\p{Han}{1,4}(?: \p{Han}{1,4})?$|各位$|^報道関係者`)

// noHeadings makes paragraphs of headings where nearly all of a text stands in those of one level, sentences too.
func noHeadings(list []prose.Para) {
	count, longest := make(map[int]int), make(map[int]int)
	for _, p := range list {
		count[p.Level]++
		longest[p.Level] = max(longest[p.Level], len(strings.Fields(p.Text)))
	}
	for level, n := range count {
		if level == 0 || n < 5 || 4*n < 3*len(list) || longest[level] < crumbWords {
			continue
		}
		for i := range list {
			if list[i].Level == level {
				list[i].Level = 0
			}
		}
	}
}

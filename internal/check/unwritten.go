package check

import (
	"slices"
	"strings"

	"pressroom/internal/diagnostic"
	"pressroom/internal/pattern"
)

// unfilled is what a new release shows in the places that are still to be written.
var unfilled = pattern.New(`(\[fill in:[^\]\n]*\]?)`)

// fillIn are marks of what is still to be written.
var fillIn = []struct {
	need   string
	search *pattern.Pattern
}{
	{"TK", pattern.New(`\b((?:TK)+)\b`)},
	{"XXX", pattern.New(`\b(XXX+)\b`)},
	{"[", pattern.New(`(\[(?:CHECK|TBC|TBD|TK|XX+|NAME|DATE|TIME|CITY|PLACE|LINK|(?i:insert|to come|placeholder)\b)[^\]\n]{0,40}\]?)`)},
	{"[", pattern.New(`(\[(?i:(?:(?:first|last|full|your|contact|company|organi[sz]ation|spokesperson)(?:['’]s)? )?name|` +
		`date|city|location|phone|company|vorname|nachname|datum|ort|stadt|pr[ée]nom|nom|ville|nombre|apellidos?|fecha|ciudad)\])(?:[^(:\[]|$)`)},
	{"", pattern.New(`([\[(](?i:à (?:compléter|confirmer|préciser)|por confirmar|` +
		`(?:wird )?noch (?:ergänzt|bestätigt|zu (?:ergänzen|bestätigen|klären))|to be (?:completed|supplied))[\])])`)},
	{"[", pattern.New(`(\[(?i:(?:à )?(?:ins[ée]rer|ajouter|compléter)\b|(?:insertar|añadir|completar|por (?:definir|completar))\b|` +
		`(?:inserir|preencher|a (?:confirmar|definir|completar|preencher))\b|` +
		`(?:inserire|aggiungere|da (?:completare|definire|confermare|inserire))\b|` +
		`(?:hier )?(?:einfügen|ergänzen)\b|(?:wstaw|uzupełni|do (?:uzupełnienia|potwierdzenia))|` +
		`(?:eklenecek|doldurulacak)\b|invullen\b|invoegen\b|photo ici|foto (?:aquí|aqui|qui|hier))[^\]\n]{0,60}\]?)`)},
	{"[", pattern.New(`(\[(?i:nome|cognome|sobrenome|cidade|luogo|` +
		`città|lieu|lugar|imię(?: i nazwisko)?|nazwisko|miasto|miejsce|isim|tarih|yer|naam|plaats|` +
		`日期|姓名|名字|地点|地點|时间|時間|电话|電話|氏名|日付|場所|引用)\])(?:[^(:\[]|$)`)},
	{"[", pattern.New(`(\[\p{Lu}{2,}(?:[ \x{a0}]\p{Lu}{2,})+\])(?:[^(:\[]|$)`)},
	{"〔", pattern.New(`(〔(?:要確認|確認中|調整中|未定)〕)`)},
	{"[", pattern.New(`(\[(?i:[^\]\n(]{1,40} (?:einfügen|ergänzen|folgt|invullen|invoegen))\])`)},
	{"【", pattern.New(`(【(?:要確認|確認中|調整中|未定|待定|待补充|待補充|日期|姓名|名字|地点|地點|时间|時間|电话|電話|氏名|日付|場所|引用)】)`)},
	{"", pattern.New(`\b((?i:XX?[./-]XX[./-](?:\d{2,4}|XX+)))\b`)},
	{"XX", pattern.New(`\b(XX\.? (?:de |d[’'])?\pL{3,10} (?:de )?20\d\d)\b`)},
	{"/", pattern.New(`\b((?:JJ/MM/AAAA|DD/MM/(?:AAAA|YYYY)|MM/DD/YYYY|GG/MM/AAAA))\b`)},
	{".", pattern.New(`\b((?:TT\.MM\.JJJJ|DD\.MM\.(?:RRRR|YYYY)|GG\.AA\.YYYY))\b`)},
	{"??", pattern.New(`[^\s][ (](\?{2,})(?:[\s).,;]|$)`)},
	{"TB", pattern.New(`\b(TB[CDA])\b`)},
	{"TODO", pattern.New(`\b(TODO)\b`)},
	{"FIXME", pattern.New(`\b(FIXME)\b`)},
	{"____", pattern.New(`(?m:^[^\n]*?[^_\s\n][^_\n]*)(_{4,})`)},
	{"orem ipsum", pattern.New(`((?i:lorem ipsum))`)},
}

// unwritten looks for what is still to be written.
func (t *text) unwritten(diags *diagnostic.List, prose string) {
	for _, found := range unfilled.FindAllStringSubmatchIndex(prose, most) {
		diags.Errorf(t.at(found[2]), "unfilled", "%s is still to be written", prose[found[2]:found[3]])
	}
	var told [][]int // one mark may be found in two ways
	for _, f := range fillIn {
		if !strings.Contains(prose, f.need) {
			continue
		}
		for _, found := range f.search.FindAllStringSubmatchIndex(prose, most) {
			if slices.ContainsFunc(told, func(t []int) bool { return found[2] < t[1] && t[0] < found[3] }) {
				continue
			}
			told = append(told, found[2:4])
			diags.Warnf(t.at(found[2]), "placeholder",
				"%s still stands for something to be written; write it, or take this out", prose[found[2]:found[3]])
		}
	}
}

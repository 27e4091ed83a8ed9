package golden

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words draws words, the same ones each time.
type words struct {
	seed uint32
	from []string
}

// below draws a number below n (Numerical Recipes' linear congruential generator).
func (w *words) below(n int) int {
	w.seed = w.seed*1664525 + 1013904223
	return int(w.seed>>8) % n
}

func (w *words) word() string { return strings.ToLower(w.from[w.below(len(w.from))]) }

func (w *words) title(s string) string {
	var b strings.Builder
	for i, f := range strings.Fields(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		r, n := utf8.DecodeRuneInString(f)
		b.WriteString(string(unicode.ToUpper(r)) + f[n:])
	}
	return b.String()
}

// name is a word with a capital, sometimes two.
func (w *words) name() string {
	if w.below(3) == 0 {
		return w.title(w.word() + " " + w.word())
	}
	return w.title(w.word())
}

func (w *words) sentence(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = w.from[w.below(len(w.from))]
	}
	r, size := utf8.DecodeRuneInString(list[0])
	list[0] = string(unicode.ToUpper(r)) + list[0][size:]
	return strings.Join(list, " ")
}

// paragraph is about n words in sentences.
func (w *words) paragraph(n int) string {
	var list []string
	for n > 0 {
		k := min(n, 6+w.below(16))
		list = append(list, w.sentence(k)+".")
		n -= k
	}
	return strings.Join(list, " ")
}

// paragraphs are n of them, each with a blank line after it.
func (w *words) paragraphs(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(w.paragraph(30+w.below(60)) + "\n\n")
	}
	return b.String()
}

// table is a table in Markdown.
func (w *words) table(head []string, rows int, cell func(row, column int) string) string {
	var b strings.Builder
	b.WriteString("| " + strings.Join(head, " | ") + " |\n|" + strings.Repeat("---|", len(head)) + "\n")
	for r := range rows {
		b.WriteByte('|')
		for c := range head {
			b.WriteString(" " + cell(r, c) + " |")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// vocabulary is what sentences are drawn from. They need not make sense.
var vocabulary = map[string][]string{
	"en": strings.Fields(`the a of and to in for with by from at on over until under between ferry pier record timetable office
		harbor laboratory inspector responsibility appropriation representative breakwater estuary volunteer transparency
		asks answers publishes measures keeps counts waits closes opens night morning winter summer town village council
		decision laboratories municipalities fishermen schoolchildren water lead sample letter limit figure
		independent public ordinary northern unanswered yearly recommended administrative environmental`),
	"de": strings.Fields(`der die das und in zu mit von für auf an bei nach über unter zwischen Hafen Fähre Fahrplan Bericht Behörde
		Wasserversorgung Gemeindevertretung Untersuchungsergebnisse Verantwortlichkeit Veröffentlichung Landesregierung
		Hochwasserschutzmaßnahmen Genehmigungsverfahren Bürgerinitiative Oberflächengewässer Umweltministerium verlangt
		beantwortet veröffentlicht überprüft gemessen jährlich öffentlich unabhängig nördlich Anwohner Fischer Schulen
		Nacht Morgen Winter Sommer Stadt Dorf Rat Brief Grenzwert Zahl Probe Verwaltungsgerichtsentscheidung`),
	"es": strings.Fields(`el la los las de y en a para con por desde sobre hasta entre bajo puerto muelle horario oficina registro
		laboratorio responsabilidad administración ayuntamiento representantes transparencia voluntarios publicación
		pide contesta publica mide guarda cuenta espera cierra abre noche mañana invierno verano pueblo ciudad consejo
		decisión pescadores escolares agua plomo muestra carta límite cifra independiente público ordinario
		septentrional anual medioambiental recomendaciones infraestructuras`),
	"ar": strings.Fields(`في من إلى على عن مع بين بعد قبل تحت فوق الميناء الرصيف العبّارة الجدول المكتب السجل المختبر
		المسؤولية الاعتماد الممثلون الشفافية المتطوعون يسأل يجيب ينشر يقيس يحفظ يعدّ ينتظر يغلق يفتح ليلا صباحا شتاء
		صيفا المدينة القرية المجلس القرار الصيادون التلاميذ الماء الرصاص العينة الرسالة الحدّ الرقم مستقل عام عادي سنوي`),
	"he": strings.Fields(`של על אל מן עם בין אחרי לפני תחת מעל הנמל המזח המעבורת לוח המשרד הרישום המעבדה האחריות התקציב
		הנציגים השקיפות המתנדבים שואל עונה מפרסם מודד שומר סופר מחכה סוגר פותח לילה בוקר חורף קיץ העיר הכפר המועצה
		ההחלטה הדייגים התלמידים המים העופרת הדגימה המכתב הגבול המספר עצמאי ציבורי רגיל שנתי`),
	"ko": strings.Fields(`항만의 부두에서 배는 시간표를 사무소에 기록이 검사소의 책임을 예산은 대표자가 공개를 주민의 묻고 답하고 공표하며
		재고 보존하고 세고 기다리며 닫고 여는 밤에 아침의 겨울은 여름에 마을의 의회에서 결정을 어민의 학생이 물의 납을 시료는 편지에
		한도를 숫자가 독립한 공공의 보통의 해마다 지방자치단체가 상수도사업본부는 환경영향평가서를`),
	"ja": strings.Fields(`港の 桟橋で 船は 時刻表を 事務所に 記録が 検査所の 責任を 予算は 代表者が 公開を 住民の 尋ね 答え 公表し
		測り 保存し 数え 待ち 閉じ 開く 夜に 朝の 冬は 夏に 町の 村が 議会で 決定を 漁師の 生徒が 水の 鉛を 試料は 手紙に
		限度を 数字が 独立した 公の 普通の 毎年の サンプリング ステークホルダー インフラストラクチャー`),
}

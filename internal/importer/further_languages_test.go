package importer

import "testing"

// TestReleasesOfFurtherLanguages reads releases of languages whose words of time and of saying are
// not known: their language, headline and day are, and an embargo is never passed over.
func TestReleasesOfFurtherLanguages(t *testing.T) {
	t.Parallel()
	const embargo = "embargo = \"?\""
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"ja": {"港の水質検査を公開\n\n2026年5月4日\n\nマーロウ港は本日、水質検査の結果を公開した。", []string{`headline = "港の水質検査を公開"`, "date = 2026-05-04", `language = "ja"`, "\nマーロウ港は本日"}},
		"ja, a dateline": {
			"港の水質検査を公開\n\n【東京、2026年 5月 4日】マーロウ港は本日、水質検査の結果を公開した。",
			[]string{`headline = "港の水質検査を公開"`, "date = 2026-05-04", `dateline = "【東京、2026年 5月 4日】"`, "\nマーロウ港は本日"},
		},
		"ja, brackets that are no dateline": {"港の水質検査を公開\n\n【お知らせ】マーロウ港は2026年6月1日に水質検査を公開します。", []string{"\n【お知らせ】マーロウ港は2026年6月1日", "names no day of release"}},
		"ja, a short line":                  {"港の水質検査。\n\n検査は進む。\n\nマーロウ港は本日、九つの桟橋の水質検査の結果を公開した。", []string{`headline = "検査は進む。"`}},
		"ja, embargoed":                     {"港の水質検査を公開\n\n報道解禁日時：2026年12月8日午前9時\n\nマーロウ港は本日、水質検査の結果を公開した。", []string{embargo}},
		"ja, a ban that ends":               {"漁業が解禁された\n\n2026年5月4日\n\n漁業が本日解禁となり、マーロウ港から船が出港した。", []string{"date = 2026-05-04"}},
		"ja, no such day":                   {"港の水質検査を公開\n\n2026年5月34日\n\nマーロウ港は本日、水質検査の結果を公開した。", []string{"“2026年5月34日” is no day of the calendar"}},
		"ko":                                {"항만 수질 검사 공개\n\n서울, 2026년 5월 4일 – 항만은 오늘 결과를 공개했다.", []string{`headline = "항만 수질 검사 공개"`, "date = 2026-05-04", `dateline = "서울, 2026년 5월 4일"`, `language = "ko"`}},
		"ko, embargoed":                     {"항만 수질 검사 공개\n\n엠바고: 2026년 12월 4일 오전 9시\n\n항만은 오늘 결과를 공개했다.", []string{embargo}},
		"zh":                                {"港口公布水质检测结果\n\n（北京，2026年5月4日）港口今天公布了结果，这是说会关对后。", []string{"date = 2026-05-04", `language = "zh-Hans"`}},
		"zh, traditional":                   {"港口公佈水質檢測結果\n\n台北，2026年5月4日——港口今天公佈了結果，這是說會關對。", []string{"date = 2026-05-04", `language = "zh-Hant"`}},
		"zh, of which nothing tells":        {"港口水\n\n港口水文，水文港口。", []string{`language = "zh-Hans"`}},
		"zh, embargoed":                     {"港口公布水质检测结果\n\n禁发至：2026年12月8日 9:00\n\n港口今天公布了结果。", []string{embargo}},
		"ar":                                {"عنوان الخبر\n\nمحظور النشر حتى 8 ديسمبر 2026، الساعة 9:00\n\nنشر الميناء النتائج.", []string{`language = "ar"`, embargo}},
		"el":                                {"Το λιμάνι\n\nΕΜΠΑΡΓΚΟ έως 8/12/2026, 9:00\n\nΕμπάργκο έως αύριο.", []string{`language = "el"`, embargo}},
		"he":                                {"הנמל פרסם\n\nאמברגו עד 8.12.2026 9:00\n\nהנמל פרסם את התוצאות.", []string{`language = "he"`, embargo}},
		"hi":                                {"बंदरगाह के परिणाम\n\nबंदरगाह ने परिणाम प्रकाशित किए।", []string{`language = "hi"`}},
		"ru":                                {"Порт опубликовал пробы воды\n\nЭМБАРГО ДО 9:00 8 декабря 2026 г.\n\nПорт не сказал, что он нашёл в воде.", []string{`language = "ru"`, embargo}},
		"fi":                                {"Satama julkaisi vesinäytteet\n\nJULKAISUVAPAA 8.12.2026 klo 9\n\nSatama julkaisi tänään näytteet, joita se on ottanut, mutta ei kertonut, mitä niissä on.", []string{`language = "fi"`, embargo}},
		"hu":                                {"A kikötő közzétette a vízmintákat\n\nA kikötő ma közzétette, hogy mit talált, de nem mondta meg, hogy ez mit jelent, és azt sem, ha tudja.", []string{`language = "hu"`}},
		"id":                                {"Pelabuhan menerbitkan hasil\n\nPelabuhan menerbitkan hasil yang diambil dari air dan tidak akan menjelaskan untuk apa ini.", []string{`language = "id"`}},
		"tr":                                {"Liman sonuçları yayımladı\n\nLiman bugün sonuçları yayımladı, ancak bu sonuçların ne olduğunu ve kadar daha çok için bir söz vermedi.", []string{`language = "tr"`}},
		"tr, embargoed":                     {"Liman sonuçları yayımladı\n\nAMBARGOLU: 8.12.2026 09:00\n\nLiman bugün sonuçları yayımladı.", []string{embargo}},
		"vi":                                {"Cảng công bố kết quả\n\nCấm công bố trước 9:00 ngày 8/12/2026\n\nCảng đã công bố kết quả của các mẫu nước và không cho biết những gì được tìm thấy.", []string{`language = "vi"`, embargo}},
		"eu":                                {"Portuak emaitzak argitaratu ditu\n\nPortuak emaitzak argitaratu ditu, baina ez du esan zer den hori, eta ez dira inoiz izan.", []string{`language = "eu"`}},
		"pl, embargoed":                     {"Port podał wyniki\n\nObjęte embargiem do 8 grudnia 2026\n\nPort podał dziś wyniki, ale nie powiedział, co to jest.", []string{`language = "pl"`, embargo}},
		"ru, a day":                         {"Порт опубликовал пробы воды\n\n4 мая 2026 г.\n\nПорт не сказал, что он нашёл в воде, и как это будет.", []string{"date = 2026-05-04"}},
		"tr, a day":                         {"Liman sonuçları yayımladı\n\n15 Ağustos 2026, Cumartesi\n\nLiman bugün sonuçları yayımladı.", []string{"date = 2026-08-15"}},
		"el, a day":                         {"Το λιμάνι\n\n4 Μαΐου 2026\n\nΤο λιμάνι δημοσίευσε τα αποτελέσματα.", []string{"date = 2026-05-04"}},
		"id, a day":                         {"Pelabuhan menerbitkan hasil\n\nMARLOW, 25 Agustus 2026 – Pelabuhan menerbitkan hasil yang diambil dari air.", []string{"date = 2026-08-25"}},
		"en, with letters of another":       {"The port is told\n\nThe port of Marlow (港) has published what it found in the water.", []string{`language = "en"`}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			importedHas(t, "release.txt", c.text, c.want, nil)
		})
	}
}

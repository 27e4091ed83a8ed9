package importer

import "testing"

// TestHeadsAndFeetOfFurtherLanguages reads the labels, the headline and whom to ask of releases in languages whose words of
// speech are few.
func TestHeadsAndFeetOfFurtherLanguages(t *testing.T) {
	t.Parallel()
	const (
		ana  = "name = \"Ana Ruiz\"\n"
		mail = `email = "ana@harbor.example"`
		tel  = `phone = "01632 960 142"`
	)
	for name, c := range map[string]struct {
		text        string
		want, lacks []string
	}{
		"ja": {
			"プレスリリース\n\n2026年5月4日\nマーロウ港湾協会\n代表理事　大空 花子\n\n港の水質検査の結果を公開\n\nマーロウ港は本日、水質検査の結果を公開した。\n\n【本件に関するお問い合わせ先】\nマーロウ港湾協会\n〒163-1435 マーロウ市港町1-2\n広報部 担当：大空花子\nTEL：01632-960-142 FAX：01632-960-143\nE-mail：ana@harbor.example",
			[]string{`headline = "港の水質検査の結果を公開"`, "date = 2026-05-04", "name = \"大空花子\"\n", `org = "マーロウ港湾協会"`, `phone = "01632-960-142"`, mail, "\n【本件に関するお問い合わせ先】", "FAX：01632-960-143"},
			[]string{`headline = "代表`, "names no press contact"},
		},
		"ja, a heading and two": {
			"# 港の水質検査を公開\n\nマーロウ港は本日、水質検査の結果を公開した。\n\n# 問い合わせ先\n<ana@harbor.example> / 01632-960-142 理事長 大空\n<owen@harbor.example> 事務局長 川原 （5/4 期間外対応可）\n",
			[]string{`headline = "港の水質検査を公開"`, "name = \"大空\"\n", "name = \"川原\"\n", mail, `email = "owen@harbor.example"`, `role = "理事長"`},
			nil,
		},
		"ja, a window": {
			"港の水質検査を公開\n\nマーロウ港は本日、水質検査の結果を公開した。\n\n本件に関するお問い合わせは、下記までご連絡ください。\n\nハーバー 広報担当\nEmail: ana@harbor.example\nTEL: 01632-960-142\n",
			[]string{mail, `phone = "01632-960-142"`},
			[]string{"names no press contact"},
		},
		"ja, nobody": {"港の水質検査を公開\n\nマーロウ港は本日、お問い合わせの多い水質検査の結果を公開した。", []string{"names no press contact"}, nil},
		"ko":         {"보도자료\n\n항만 수질 검사 결과 공개\n\n항만은 오늘 결과를 공개했다.\n\n문의: 홍보팀 담당자: 한바다 (01632-960-142)", []string{`headline = "항만 수질 검사 결과 공개"`, "name = \"한바다\"\n", `phone = "01632-960-142"`}, nil},
		"zh":         {"新闻稿\n\n港口公布水质检测结果\n\n港口今天公布了结果，这是说会关对后。\n\n媒体联系：海洋协会\n联系人：张海\n电话：01632-960-142\n邮箱：ana@harbor.example", []string{`headline = "港口公布水质检测结果"`, "name = \"张海\"\n", `phone = "01632-960-142"`, mail}, nil},
		"ru":         {"ПРЕСС-РЕЛИЗ\n\nДля немедленного распространения\n\nПорт опубликовал пробы воды\n\nПорт не сказал, что он нашёл в воде, и как это будет.\n\nКонтакты для СМИ:\nАна Руис\nпресс-секретарь\n01632 960 142\nana@harbor.example", []string{`headline = "Порт опубликовал пробы воды"`, "name = \"Ана Руис\"\n", tel, mail}, nil},
		"pl":         {"Informacja prasowa\n\nPort podał wyniki\n\nPort podał dziś wyniki, ale nie powiedział, co to jest i że tak się nie da.\n\nKontakt dla mediów:\nAna Ruiz\n01632 960 142\nana@harbor.example", []string{`headline = "Port podał wyniki"`, ana, tel, mail}, nil},
		"cs":         {"Tisková zpráva\n\nPřístav zveřejnil výsledky\n\nPřístav dnes zveřejnil výsledky, ale neřekl, co to je a jak se to stalo.\n\nKontakt pro média:\nAna Ruiz\n01632 960 142\nana@harbor.example", []string{`headline = "Přístav zveřejnil výsledky"`, ana, tel, mail}, nil},
		"sv":         {"PRESSMEDDELANDE\n\nHamnen har lämnat ut sina prover\n\nHamnen har i dag lämnat ut sina prover och inte sagt vad den fann i vattnet.\n\nPresskontakt:\nAna Ruiz\n01632 960 142\nana@harbor.example", []string{`headline = "Hamnen har lämnat ut sina prover"`, ana, tel, mail}, nil},
		"fi":         {"LEHDISTÖTIEDOTE\n\nSatama julkaisi vesinäytteensä\n\nSatama julkaisi tänään näytteet, joita se on ottanut, mutta ei kertonut, mitä niissä on.\n\nLisätietoja:\nAna Ruiz\n01632 960 142\nana@harbor.example", []string{`headline = "Satama julkaisi vesinäytteensä"`, ana, tel, mail}, nil},
		"tr":         {"BASIN BÜLTENİ\n\nLiman sonuçları yayımladı\n\nLiman bugün sonuçları yayımladı, ancak bu sonuçların ne olduğunu ve kadar daha çok için bir söz vermedi.\n\nBasın İletişim:\nAna Ruiz\n01632 960 142\nana@harbor.example", []string{`headline = "Liman sonuçları yayımladı"`, ana, tel, mail}, nil},
		"id": {
			"<h2>Siaran Pers</h2><h2>Pelabuhan menerbitkan hasil</h2><h2>MARLOW, 25 Agustus 2026 – Pelabuhan menerbitkan hasil yang diambil dari air dan tidak akan menjelaskan untuk apa ini.</h2><h2>###</h2><h2>Untuk informasi lebih lanjut, silakan hubungi:</h2><h2>Ana Ruiz</h2><h2>Humas Pelabuhan</h2><h2>No Telp : 01632 960 142</h2><h2>Email : ana@harbor.example</h2><h2>Tentang Pelabuhan:</h2><h2>Pelabuhan ini tua.</h2>",
			[]string{`headline = "Pelabuhan menerbitkan hasil"`, "date = 2026-08-25", ana, tel, mail},
			nil,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := "release.txt"
			switch c.text[0] {
			case '<':
				file = "release.html"
			case '#':
				file = "release.md"
			}
			importedHas(t, file, c.text, c.want, c.lacks)
		})
	}
}

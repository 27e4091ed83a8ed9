package importer

// The labels of a release in languages whose words of speech are few. Their letters are no word's to \b and \W, which
// know Latin ones alone: such a label stands at the beginning of a line, up to its end, a colon or a blank.

const (
	// furtherKind is the kind of text.
	furtherKind = `^[^\pL\pN]*(?:пресс-?релиз|прес-?реліз|прессъобщение|komunikat prasowy|informacja prasowa|tisková zpráva|tlačová správa|` +
		`priopćenje(?: za medije)?|sajtóközlemény|comunicat de pres[ăa]|comunicat de premsa|nota de premsa|basın (?:bülteni|açıklaması)|` +
		`δελτίο τύπου|بيان صحفي|הודעה לעיתונות|siaran pers|thông cáo báo chí|pressmeddelande|pressemeddelelse|pressemelding|` +
		`(?:lehdistö)?tiedote|lehdistötiedote|prentsa oharra|(?:ニュース|プレス) ?リリース|報道発表(?:資料)?|新[闻聞]稿|보도 ?자료)[^\pL\pN]*$`
	// furtherAtOnce is a line that says that it may be published at once.
	furtherAtOnce = `^[^\pL\pN]*(?:для немедленн\pL+ \pL+|до негайного \pL+|do natychmiastowej publikacji|k okamžitému zveřejnění|` +
		`azonnali közlésre|pentru (?:difuzare|publicare) imediată|για άμεση δημοσίευση|للنشر الفوري|untuk (?:disiarkan|rilis) segera|` +
		`för omedelbar publicering|til umiddelbar (?:offentliggørelse|publisering)|即時発表|立即[发發]布|즉시 ?보도)[^\pL\pN]*$`
	// furtherContact says that whom to ask follows.
	furtherContact = `^[^\pL\pN]*(?:контакт(?:ы|и|ное лицо|на особа)?|за контакти|пресс-?служба|за (?:допълнителна|повече) информация|` +
		`(?:за )?дополнительн(?:ая|ой) информаци(?:я|ей)|додаткова інформація|więcej informacji|(?:další|bližší) informace|` +
		`ďalšie informácie|za (?:dodatne|više) informacij[ae]|sajtókapcsolat|további információ|` +
		`pentru (?:mai multe )?informații(?: suplimentare)?|` +
		`basın iletişim|iletişim|detaylı bilgi(?: için)?|επικοινωνία|(?:για )?περισσότερες πληροφορίες|(?:لل)?تواصل(?: الإعلامي)?|` +
		`لمزيد من المعلومات|לפרטים נוספים|איש קשר|(?:untuk )?informasi lebih lanjut|narahubung|liên hệ|thông tin (?:chi tiết|liên hệ)|` +
		`för mer information|presskontakt|kontaktperson(?:er)?|kontaktoplysninger|yhteyshenkilö|` +
		`(?:for )?mer informasjon|(?:for )?(?:yderligere|flere) oplysninger|pressekontakt|lisätie(?:toja|dot)|` +
		`yhteydenotot|per a més informació|contacte(?: de)? premsa)(?:[^\pL.][^.]{0,40}?)?(?::|$)`
)

package when

// further are the months of languages in which releases come too, and whose other words of time
// elsewhere.go reads: Catalan, Danish, Norwegian, Swedish, Finnish, Polish, Czech, Slovak, Croatian, Hungarian,
// Romanian, Turkish, Indonesian, Russian, Ukrainian, Bulgarian, Greek, Arabic and Hebrew, as they stand in days and
// without accents.
var further = words{
	months: [12]string{
		"gener|tammikuuta|stycznia|ledna|ianuarie|ocak|января|січня|ιανουαριου|januara|" +
			"sijecnja|януари|يناير|كانون الثاني|جانفي|בינואר",
		"febrer|helmikuuta|lutego|unora|februarie|subat|pebruari|февраля|лютого|φεβρουαριου|" +
			"februara|veljace|февруари|فبراير|شباط|فيفري|בפברואר",
		"marc|marts|maaliskuuta|marca|brezna|martie|maret|марта|березня|μαρτιου|" +
			"ozujka|marcius|mart|март|مارس|اذار|במרץ",
		"huhtikuuta|kwietnia|dubna|aprilie|nisan|апреля|квітня|απριλιου|aprila|travnja|" +
			"aprilis|април|ابريل|نيسان|افريل|באפריל",
		"maig|maj|toukokuuta|maja|kvetna|mayıs|mayis|мая|травня|μαιου|svibnja|majus|маи|مايو|ايار|ماي|במאי",
		"juny|kesakuuta|czerwca|cervna|iunie|haziran|июня|червня|ιουνιου|juna|" +
			"lipnja|junius|юни|يونيو|حزيران|جوان|ביוני",
		"juliol|heinakuuta|lipca|cervence|iulie|temmuz|июля|липня|ιουλιου|jula|" +
			"srpnja|julius|юли|يوليو|تموز|جويلية|ביולי",
		"agost|augusti|elokuuta|sierpnia|srpna|agustos|agustus|августа|серпня|αυγουστου|augusta|" +
			"kolovoza|augusztus|август|اغسطس|اب|اوت|באוגוסט",
		"setembre|syyskuuta|wrzesnia|zari|septembrie|eylul|сентября|вересня|σεπτεμβριου|septembra|" +
			"rujna|szeptember|септември|سبتمبر|ايلول|בספטמבר",
		"lokakuuta|pazdziernika|rijna|octombrie|ekim|октября|жовтня|οκτωβριου|" +
			"oktobra|октомври|اكتوبر|تشرين الاول|באוקטובר",
		"marraskuuta|listopada|listopadu|noiembrie|kasım|kasim|nopember|ноября|листопада|νοεμβριου|" +
			"novembra|studenoga|ноември|نوفمبر|تشرين الثاني|בנובמבר",
		"desembre|desember|joulukuuta|grudnia|prosince|decembrie|aralık|aralik|декабря|грудня|δεκεμβριου|" +
			"decembra|prosinca|декември|ديسمبر|كانون الاول|בדצמבר",
	},
	embargoRE: fold(Elsewhere).text,
}

// Elsewhere are the words for an embargo in further languages (an expression): that one is told, even where its
// time cannot be read.
const Elsewhere = `эмбарго|ембарго|εμπάργκο|ambargo\pL*|embarg(?:iem|em|om|ossa)|embargowan\pL+|embargerad\pL*|` +
	`spärrtid|sperrefrist|klausulere?t|julkaisuvapaa|解禁(?:日時?|時間|时间|時刻|)|禁[发發]|محظور النشر|ي?حظر النشر|` +
	`ممنوع(?: من)? النشر|אמברגו|एम्बार्गो|cấm công bố|cấm đăng|` + ElsewhereWithin

// ElsewhereWithin are those that stand within other words too, in languages that put no spaces between them or join
// others to them.
const ElsewhereWithin = `(?:報道|情報)解禁(?:日時|時間|時刻|日)?|解禁日時|エンバーゴ|禁[发發][至到]|엠바고|보도 ?유예`

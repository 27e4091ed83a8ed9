package when

// further are the months of languages in which releases come too, and whose other words of time are
// not read: Catalan, Danish, Norwegian, Swedish, Finnish, Polish, Czech, Romanian, Turkish, Indonesian, Russian,
// Ukrainian and Greek, as they stand in days and without accents.
var further = words{
	months: [12]string{
		"gener|tammikuuta|stycznia|ledna|ianuarie|ocak|января|січня|ιανουαριου",
		"febrer|helmikuuta|lutego|unora|februarie|subat|pebruari|февраля|лютого|φεβρουαριου",
		"marc|marts|maaliskuuta|marca|brezna|martie|maret|марта|березня|μαρτιου",
		"huhtikuuta|kwietnia|dubna|aprilie|nisan|апреля|квітня|απριλιου",
		"maig|maj|toukokuuta|maja|kvetna|mayıs|мая|травня|μαιου",
		"juny|kesakuuta|czerwca|cervna|iunie|haziran|июня|червня|ιουνιου",
		"juliol|heinakuuta|lipca|cervence|iulie|temmuz|июля|липня|ιουλιου",
		"agost|augusti|elokuuta|sierpnia|srpna|agustos|agustus|августа|серпня|αυγουστου",
		"setembre|syyskuuta|wrzesnia|zari|septembrie|eylul|сентября|вересня|σεπτεμβριου",
		"lokakuuta|pazdziernika|rijna|octombrie|ekim|октября|жовтня|οκτωβριου",
		"marraskuuta|listopada|listopadu|noiembrie|kasım|nopember|ноября|листопада|νοεμβριου",
		"desembre|desember|joulukuuta|grudnia|prosince|decembrie|aralık|декабря|грудня|δεκεμβριου",
	},
	embargoRE: fold(Elsewhere).text,
}

// Elsewhere are the words for an embargo in languages whose other words of time are not read
// (an expression): that one is told, and its time is asked for.
const Elsewhere = `эмбарго|ембарго|εμπάργκο|ambargo\pL*|embarg(?:iem|em|om|ossa)|embargowan\pL+|spärrtid|klausulert|julkaisuvapaa|` +
	`報道解禁(?:日時)?|解禁(?:日時?|時間|时间|時刻|)|禁[发發][至到]?|엠바고|보도 ?유예|محظور النشر|حظر النشر|אמברגו|` +
	`एम्बार्गो|cấm công bố|cấm đăng`

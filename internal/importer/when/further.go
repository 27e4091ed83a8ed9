package when

// further are the months of languages in which releases come too, and whose other words of time are
// not read: Catalan, Danish, Norwegian, Swedish, Finnish, Polish, Czech and Romanian, as they stand in days.
var further = words{
	months: [12]string{
		"gener|tammikuuta|stycznia|ledna|ianuarie", "febrer|helmikuuta|lutego|unora|februarie",
		"marc|marts|maaliskuuta|marca|brezna|martie", "huhtikuuta|kwietnia|dubna|aprilie",
		"maig|maj|toukokuuta|maja|kvetna", "juny|kesakuuta|czerwca|cervna|iunie",
		"juliol|heinakuuta|lipca|cervence|iulie", "agost|augusti|elokuuta|sierpnia|srpna",
		"setembre|syyskuuta|wrzesnia|zari|septembrie", "lokakuuta|pazdziernika|rijna|octombrie",
		"marraskuuta|listopada|listopadu|noiembrie", "desembre|desember|joulukuuta|grudnia|prosince|decembrie",
	},
	embargoRE: fold(Elsewhere).text,
}

// Elsewhere are the words for an embargo in languages whose other words of time are not read
// (an expression): that one is told, and its time is asked for.
const Elsewhere = `эмбарго|ембарго|εμπάργκο|ambargo\pL*|embarg(?:iem|em|om|ossa)|embargowan\pL+|spärrtid|klausulert|julkaisuvapaa|` +
	`報道解禁(?:日時)?|解禁(?:日時?|時間|时间|時刻|)|禁[发發][至到]?|엠바고|보도 ?유예|محظور النشر|حظر النشر|אמברגו|` +
	`एम्बार्गो|cấm công bố|cấm đăng`

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
}

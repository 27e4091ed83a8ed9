package when

var english = words{
	months: [12]string{
		"january|jan", "february|feb|febr", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
		"september|sept|sep", "october|oct", "november|nov", "december|dec",
	},
	weekdays:   [7]string{"sunday", "monday", "tuesday|tues", "wednesday", "thursday|thurs", "friday", "saturday"},
	brief:      [7]string{"sun", "mon", "tue", "wed|weds", "thu|thur", "fri", "sat"},
	counts:     [12]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"},
	noonRE:     `noon|midday|noontime`,
	midnightRE: `midnight`,
	morningRE:  `in the morning`,
	eveningRE:  `in the (?:afternoon|evening)`,
	hourRE:     `hrs\.?|hours|o'? ?clock`,
	beforeRE:   `at|until|till|before|after`,
	among: "at on the of for until till til before after from by in to prior not embargo embargoed release released publication time date " +
		"day " +
		"date/time th st nd rd lifts lifted ends expires is hrs hours previous same",
	doubtRE: `(?:at the )?(?:earliest|latest)|no later than|around|about|approximately|approx\.?|circa|roughly|probably|likely|expected|` +
		`provisional(?:ly)?|tentative(?:ly)?|tb[cda]|` +
		`to be confirmed|subject to|or (?:later|earlier|sooner)|or so|between|half past|quarter (?:past|to)|minutes|hours? (?:after|before|` +
		`later|earlier|prior)|` +
		`(?:one|two|three|24|48|72) hours?|days? (?:after|before|later|earlier|prior)|weeks?|today|tonight|tomorrow|next|following|following ` +
		`day|end of|` +
		`(?:morning|afternoon|evening|sunday) (?:news)?(?:papers|editions|casts)|close of business|cob|eod|further notice|` +
		`whichever|unless|daily|every|local time`,
	embargoRE: `(?:subject to (?:an? )?(?:strict )?)?embargo(?:ed|es|s)?|(?:strictly )?not for immediate (?:release|publication)`,
	beforeMark: `(?:not|no|don't|may only be|can only be|must only be|only)` +
		`(?:[ ,/-]+(?:to|be|for|or|and|the|any|public|general|shared?|made public|` +
		`publish\w*|publication|publicly|releas\w*|broadcast\w*|distribut\w*|used?|report\w*|quot\w*|post\w*|tweet\w*|disclos\w*|online|` +
		`print(?:ed|ing)|air(?:ed|ing)|cit(?:ed|ing)|circulat\w*)){1,9}` +
		`(?:[ ,/-]+(?:or|and|in|on|the|print|online|air|web|websites?|social|media|use|club|tapes|wires?|elsewhere)){0,9}` +
		`[ ,-]+(?:before|until|till|prior to|earlier than|after|from)|` +
		`(?:confidential|restricted) (?:until|till|before|prior to)|` +
		`(?:may be|can be|free for|cleared for|available for) (?:publish\w*|publication|releas\w*|broadcast\w*|use)(?: only)? from|` +
		`hold(?: this| it)?(?: for)?(?: release| publication)?(?: until| till| for)|hold for release|` +
		`(?:for )?(?:release|publication|use|publish|broadcast)(?: only)? (?:on or after|after|not before|no earlier than)|` +
		`(?:for )?releas(?:e|ed) (?:up)?on delivery|not before|no earlier than|under wraps`,
	behindRE: `(?:not|no) (?:for )?(?:publi\w*|releas\w*|broadcast\w*|use|post|share|tweet|distribut\w*)`,
	releaseRE: `(?:(?:strictly )?(?:for|to be)[ -](?:(?:public|media|press|general|national|simultaneous) )?(?:releas\w*|` +
		`publi\w*|use|broadcast)|` +
		`(?:press |media |news )?(?:releas\w+|publi\w+|issu\w+|distribution|embargo)[ -]+(?:date|time|day|hour)(?: ?(?:/|and|&|,) ?(?:date|` +
		`time))?|` +
		`(?:date|time)(?: ?(?:/|and|&) ?(?:date|time))? (?:of|for) (?:the )?(?:releas\w+|publication|issue)|` +
		`(?:released|release|publication|publish|issued|go live|goes live|live)(?: at| on| from|:)|advance for(?: release)?|` +
		`timed release|go-live(?: at| on|:))`,
	immediateRE: `(?:for )?(?:immediate|instant) (?:release|publication|distribution|use|broadcast)|(?:release|publish|publication) ` +
		`(?:immediately|at once)`,
	openRE: `(?:no|without) (?:press |media |news )?embargo|not (?:under (?:an? )?)?embargo(?:ed)?|no longer (?:under )?embargo(?:ed)?`,
	liftedRE: `(?:(?:press|media|news) )?embargo(?: on (?:this|the) (?:release|story|text|report|study|announcement))?` +
		`(?: (?:has|is|was|now|already|been))*(?: ?[:-] ?| )(?:lifted|over|expired|ended|removed|withdrawn|cancell?ed)|` +
		`embargo ?: ?(?:none|no|n/a|nil)`,
	openingRE: `open(?:s|ing)?(?: (?:hours|times))?|(?:visiting|business|office) hours|on (?:view|display|show)`,
	tradeRE: `(?:arms|trade|oil|gas|fuel|coal|weapons?|grain|wheat|food|fish|beef|export|import|economic|travel|timber|diamond|technology|` +
		`cuban?|iran(?:ian)?|russian?|soviet|arab|saudi|iraqi?|u\.?s\.?|u\.?n\.?|e\.?u\.?|american|european)[ -]embargo(?:es|ed|s)?|` +
		`embargo(?:es|ed)? (?:against|act|countr\w+|goods|exports)|` +
		`embargo(?:es)? on (?:[\pL-]+ ){0,3}?(?:exports?|imports?|trade|arms|weapons|oil|gas|grain|goods|sales|shipments|cereals?|food|fish|` +
		`beef|cuba|iran|russia)`,
}

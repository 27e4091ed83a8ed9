package intake

import (
	"fmt"
	"strings"
	"testing"
)

// A table without headings, or with headings that nobody knows, has its names and outlets told by
// the addresses beside them; and it is asked about what is worth it.
func TestWhoAndWhereAreToldByTheAddresses(t *testing.T) {
	for table, want := range map[string]string{
		"Daily Paper,ana@paper.example,Ana\nPost,bo@post.example,Bo\n":                            "outlet? email? name?",
		"Ana,ana@paper.example,Daily Paper\nBo,bo@post.example,Post\n":                            "name? email? outlet?",
		"1,Tide Radio,Klara Stein,klara.stein@x.example\n2,Weekly Post,Bo Lind,lind@y.example\n":  "column_1 outlet? name? email?",
		"tips@paper.example,Paper\nnews@post.example,Post\n":                                      "email? outlet?",
		"ana@gmail.com,Ana Ruiz\nbo@gmail.com,Bo Lind\n":                                          "email? name?",
		"x@a.example,Zed,Qui\ny@b.example,Wye,Quo\n":                                              "email? name? outlet?",
		"ana@tide.example,ana.r@mail.example,Ana\n":                                               "email? further email name?",
		"x@a.example,A1,Zed\ny@b.example,B2,Wye\n":                                                "email? column_2 name?",
		"x@a.example,Al,Zed\ny@b.example,Bo,Wye\n":                                                "email? name? outlet?",
		"x@a.example,ab12,Zed\ny@b.example,cd34,Wye\n":                                            "email? column_2 name?",
		"x@a.example,abc12,Zed\ny@b.example,cde34,Wye\n":                                          "email? name? outlet?",
		"x@a.example,Qui,\ny@b.example,12,Wye\n":                                                  "email? column_2 name?",
		"x@theposts.example,Zed,Post\ny@b.example,Wye,Quo\nz@c.example,Vau,Quu\n":                 "email? name? outlet?",
		"x@thepost.example,Post,Zed\ny@b.example,Quo,Wye\nz@c.example,Quu,Vau\nw@d.example,Q,V\n": "email? name? outlet?",
		"x@thepost.example,Post,Zed\ny@b.example,Quo,Wye\nz@c.example,Quu,Vau\n":                  "email? outlet? name?",
		"x@thetag.example,Tag,Zed\n":                                                              "email? name? outlet?",
		"bo@a.example,Zed,Bo\n":                                                                   "email? outlet? name?",
		"x@a.example,Zed,Al\n":                                                                    "email? name? outlet?",
		"x@tag.example,Tag,Zed\n":                                                                 "email? outlet? name?",
		"x@tg.example,T G,Zed\n":                                                                  "email? name? outlet?",
		"x@the-tgs.example,T-Gs,Zed\n":                                                            "email? outlet? name?",
		"Blatt,Mail,Journo,Kz\nDaily Paper,ana@paper.example,Ana,a\nPost,bo@post.example,Bo,b\n":  "blatt~outlet email journo~name kz",
		"Mail,Name,Outlet,Where,Code\nana@paper.example,Ana,Paper,Oregon,77\n":                    "email name outlet where?? code",
		"Mail,Name,Outlet,Lunch\nana@paper.example,Ana,Paper,no\n":                                "email name outlet lunch??",
		"Mail,Name,Outlet,Lunch\nana@paper.example,Ana,Paper,yes\n":                               "email name outlet lunch",
		"Mail,Name,Outlet,W,X,Y,Z\nana@paper.example,Ana,Paper,Oregon,chess,tea,red\n":            "email name outlet w x y z",
		"Mail,W,X,Y,Z\nq@paper.example,Oregon,chess,tea,red\n":                                    "email w?? x?? y?? z??",
	} {
		r, err := Understand(opened(t, "x.csv", table), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, c := range r.Columns {
			is := c.Name
			switch {
			case c.Field != "":
				is = string(c.Field)
			case c.Unsure != "":
				is = c.Name + "~" + string(c.Unsure)
			}
			if c.Asked {
				is += "??"
			}
			if c.Unsure != "" && c.Field != "" {
				is += "?"
			}
			got = append(got, is)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s", fmt.Sprintf("%q: %s, want %s", table, got, want))
		}
	}
}

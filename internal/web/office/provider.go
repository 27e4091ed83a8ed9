package office

import (
	"net/http"
	"strings"

	"pressroom/internal/office"
	"pressroom/internal/web/page"
	"pressroom/internal/web/room"
)

// heldName is the cookie of what a browser keeps while its user is at the provider.
const heldName = "pressroom_office_held"

// notIn is said to whom the provider does not let in; why, it is not said.
const notIn = "The identity provider did not let you in: its answer was used or is too old, or no user here has that address, verified."

// provided are the doors of the identity provider, where there is one.
func (o *Office) provided() []room.Door {
	if o.desk.Provider() == nil {
		return nil
	}
	return []room.Door{
		{Method: http.MethodGet, Path: office.SignIn + "/provider", Handler: o.limited(o.toProvider)},
		{Method: http.MethodGet, Path: office.Back, Handler: o.limited(o.fromProvider)},
	}
}

// toProvider sends a browser to the provider. Whoever only opens the link does nothing.
func (o *Office) toProvider(w http.ResponseWriter, r *http.Request) {
	to, held, err := o.desk.Provider().Ask(r.Context())
	if err != nil {
		o.silent(w, r, err)
		return
	}
	o.cookie(w, r, heldName, held, office.AskedFor)
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// silent says that the provider does not answer: there are codes.
func (o *Office) silent(w http.ResponseWriter, r *http.Request, err error) {
	o.Log.Error("the identity provider", "error", err)
	o.show(w, r, http.StatusBadGateway, doorView{Bad: "The identity provider does not answer. Come in with a mailed code."})
}

// fromProvider lets in who comes back from the provider, in the browser that went there.
func (o *Office) fromProvider(w http.ResponseWriter, r *http.Request) {
	held := ""
	if c, err := r.Cookie(heldName); err == nil && strings.Count(c.Value, ".") == 2 {
		held = c.Value
	}
	o.cookie(w, r, heldName, "", 0)
	q := r.URL.Query()
	secret, err := o.desk.Provider().Enter(r.Context(), held, page.Line(q.Get("state"), 200), page.Line(q.Get("code"), 2000), o.visit(r))
	if err != nil {
		o.silent(w, r, err)
		return
	}
	o.admit(w, r, secret, nil, doorView{Bad: notIn})
}

package peers

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestADrillFindsWhoAnswersWrongly: what stands in front has a clock that is two minutes
// ahead, or a certificate that is for somebody else.
func TestADrillFindsWhoAnswersWrongly(t *testing.T) {
	need(t, "nginx")
	r := openRehearsed(t)
	behind, err := url.Parse(r.direct)
	if err != nil {
		t.Fatal(err)
	}
	var ahead time.Duration
	front := httptest.NewServer(&httputil.ReverseProxy{
		Rewrite: func(p *httputil.ProxyRequest) { p.SetURL(behind); p.Out.Host = p.In.Host },
		ModifyResponse: func(resp *http.Response) error {
			resp.Header.Set("Date", time.Now().Add(ahead).UTC().Format(http.TimeFormat))
			return nil
		},
	})
	defer front.Close()
	if kinds, report := r.rehearse("--proxy", front.URL); kinds != "" {
		t.Errorf("with the right clock: %s\n%s", kinds, report)
	}
	ahead = 2 * time.Minute
	if kinds, report := r.rehearse("--proxy", front.URL); kinds != "clock" || !strings.Contains(report, "the clock of whoever answers there is") {
		t.Errorf("two minutes ahead: %q\n%s", kinds, report)
	}

	for name, want := range map[string]string{"press.other.test": "certificate", "127.0.0.1": ""} {
		dir := t.TempDir()
		port := freePort(t)
		cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
		public, private, _ := certificateFor(t, name, time.Now().Add(-time.Hour), time.Now().AddDate(0, 3, 0))
		writeFile(t, cert, string(public))
		writeFile(t, key, string(private))
		r.env = []string{"SSL_CERT_FILE=" + cert}
		stop := nginx(t, r.front, fmt.Sprintf(pass, r.port, ""), fmt.Sprintf(
			"server { listen 127.0.0.1:%d ssl; ssl_certificate %s; ssl_certificate_key %s; %s }", port, cert, key, fmt.Sprintf(pass, r.port, "")))
		kinds, report := r.rehearse("--proxy", fmt.Sprintf("https://127.0.0.1:%d", port))
		stop()
		if kinds != want || want != "" && !strings.Contains(report, "for another name") {
			t.Errorf("a certificate for %s: %q\n%s", name, kinds, report)
		}
	}
}

package web

import (
	"io"
	"net/http"
)

func copyTo(w io.Writer, r *http.Response) (int64, error) {
	return io.Copy(w, io.LimitReader(r.Body, 1<<20))
}

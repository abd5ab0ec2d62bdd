;;; -*- lexical-binding: t -*-
;; Runs in Emacs without a display: opens the file with Eglot, waits for diagnostics, hovers, applies a code action;
;; writes what it saw as JSON.
(require 'cl-lib)
(require 'json)
(require 'eglot)

(defvar seen nil)

(defun until (what found)
  "Wait until FOUND gives something, and give that; say that there is no WHAT after 20 seconds."
  (let ((end (+ (float-time) 20)) result)
    (while (not (or (setq result (funcall found)) (> (float-time) end)))
      (accept-process-output nil 0.02))
    (or result (error "No %s" what))))

(defun note (key value) (push (cons key value) seen))

(defun session ()
  (let ((root (getenv "PORTREUSE_ROOT")))
    (setq project-find-functions (list (lambda (_) (cons 'transient (file-name-as-directory root)))))
    (setq eglot-server-programs
          `((js-mode . (,(getenv "PORTREUSE_NODE") ,(getenv "PORTREUSE_SERVER") "--stdio"))))
    (setq eglot-sync-connect 20 eglot-autoshutdown nil))
  (find-file (getenv "PORTREUSE_FILE"))
  (js-mode)
  (call-interactively #'eglot)
  (flymake-start)
  (let* ((found (until "diagnostics" #'flymake-diagnostics))
         (first (car found))
         hover)
    (goto-char (flymake-diagnostic-beg first))
    (note 'diagnostic `((lnum . ,(1- (line-number-at-pos)))
                        (col . ,(- (point) (line-beginning-position)))
                        (message . ,(flymake-diagnostic-text first))))
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover text)))
    (note 'hover (substring-no-properties (until "hover" (lambda () hover))))
    ;; As somebody at the prompt would: of the actions that are offered, the one that edits this file.
    (setq last-nonmenu-event ?\r)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt actions &rest _)
                 (let ((title (cl-find-if (lambda (each) (string-match-p "reusePort: false" each))
                                          (all-completions "" actions))))
                   (note 'action title)
                   title))))
      (eglot-code-actions (flymake-diagnostic-beg first) (flymake-diagnostic-end first) nil t))
    (note 'text (buffer-substring-no-properties (point-min) (point-max)))
    (eglot--signal-textDocument/didChange)
    (until "end of the finding" (lambda () (flymake-start) (null (flymake-diagnostics))))))

(condition-case problem
    (session)
  (error (note 'problem (error-message-string problem))))
(with-temp-file (getenv "PORTREUSE_REPORT")
  (insert (json-encode seen)))
(let ((kill-emacs-hook nil) (confirm-kill-processes nil))
  (ignore-errors (eglot-shutdown-all))
  (set-buffer-modified-p nil)
  (kill-emacs))

" Runs in Vim with ALE, without a terminal: opens the file, waits for diagnostics, hovers, applies a code action; writes what
" it saw as JSON.
set nocompatible nomore noswapfile hidden
let s:seen = {}
let g:ale_linters = {'javascript': ['portreuse']}
let g:ale_hover_to_preview = 1
let g:ale_lint_delay = 0
filetype plugin on
packadd! ale
runtime plugin/ale.vim

function! s:Finish() abort
  call writefile([json_encode(s:seen)], $PORTREUSE_REPORT)
  qall!
endfunction

function! s:Until(what, found) abort
  let l:end = reltimefloat(reltime()) + 20
  while !a:found()
    if reltimefloat(reltime()) > l:end
      throw 'no ' . a:what
    endif
    sleep 20m
  endwhile
endfunction

function! s:Findings() abort
  return ale#engine#GetLoclist(bufnr(''))
endfunction

function! s:Choose(message) abort
  for l:line in split(a:message, "\n")
    let [l:all, l:number, l:title; l:_] = matchlist(l:line, '^\(\d\+\)) \(.*reusePort: false.*\)$') + ['', '', '', '']
    if l:number !=# ''
      let s:seen.action = l:title
      return l:number
    endif
  endfor
  throw 'no such action in ' . a:message
endfunction

" As somebody at the prompt would: of the actions that are offered, the one that edits this file.
runtime autoload/ale/util.vim
function! ale#util#Input(message, ...) abort
  return s:Choose(a:message)
endfunction

function! s:Run() abort
  call ale#linter#Define('javascript', {
  \  'name': 'portreuse',
  \  'lsp': 'stdio',
  \  'executable': {buffer -> $PORTREUSE_NODE},
  \  'command': {buffer -> '%e ' . ale#Escape($PORTREUSE_SERVER) . ' --stdio'},
  \  'project_root': {buffer -> $PORTREUSE_ROOT},
  \})
  execute 'edit ' . fnameescape($PORTREUSE_FILE)
  set filetype=javascript
  call ale#Queue(0)
  call s:Until('diagnostics', {-> !empty(s:Findings())})
  let l:first = s:Findings()[0]
  let s:seen.diagnostic = {'lnum': l:first.lnum - 1, 'col': l:first.col - 1, 'message': get(l:first, 'detail', l:first.text)}
  call cursor(l:first.lnum, l:first.col)

  ALEHover
  call s:Until('hover', {-> bufnr('ALEPreviewWindow') != -1})
  let s:seen.hover = join(getbufline(bufnr('ALEPreviewWindow'), 1, '$'), "\n")
  call win_gotoid(bufwinid($PORTREUSE_FILE))

  ALECodeAction
  call s:Until('code action', {-> getline(2) =~# 'reusePort'})
  let s:seen.text = join(getline(1, '$'), "\n")
  call ale#Queue(0)
  call s:Until('end of the finding', {-> empty(s:Findings())})
endfunction

try
  call s:Run()
catch
  let s:seen.problem = v:exception . ' at ' . v:throwpoint
endtry
call s:Finish()

// What each shell is told: to ask the command itself, so that no text of the document becomes a part of a script.

export const COMPLETE = '__complete' as const;

export const SCRIPTS: Record<'bash' | 'zsh' | 'fish', string> = {
  bash: `# eval "$(agentsource completion bash)" in ~/.bashrc
_agentsource() {
  local IFS=$'\\n'
  COMPREPLY=($("\${COMP_WORDS[0]}" ${COMPLETE} -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _agentsource agentsource
`,
  zsh: `#compdef agentsource
# eval "$(agentsource completion zsh)" in ~/.zshrc, after compinit
_agentsource() {
  local -a candidates
  candidates=("\${(@f)$("\${words[1]}" ${COMPLETE} -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${candidates[1]}" ]]; then compadd -- "\${candidates[@]}"; else _files; fi
}
if [[ "\${funcstack[1]}" = _agentsource ]]; then _agentsource "$@"; else compdef _agentsource agentsource; fi
`,
  fish: `# agentsource completion fish > ~/.config/fish/completions/agentsource.fish
function __agentsource_complete
    set -l words (commandline -opc) (commandline -ct)
    agentsource ${COMPLETE} -- $words[2..-1] 2>/dev/null
end
complete -c agentsource -a '(__agentsource_complete)'
`,
};

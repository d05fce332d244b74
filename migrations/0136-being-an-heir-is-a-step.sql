-- compatible: yes
-- Which heir a login says to be is a step of the case, so that its history says it, by whom and when.

SELECT declare_move('withdrawal', 'be-heir', 'draft awaiting-confirmation submitted in-review awaiting-materials proposed came-back objection',
  '=', 'successor');

-- compatible: yes
-- A balance is refused in print also where two officers let a sheet pass.

SELECT amend_function('issue_letter', $${record-only,refuse-balance}$$, $${record-only,let-pass-only,refuse-balance}$$);

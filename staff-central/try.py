import subprocess,uuid,json
def psql(sql,user='admin'):
    r=subprocess.run(['psql','-h','/tmp/stpg','-p','54999','-U',user,'-d','okno','-At','-v','ON_ERROR_STOP=1','-c',sql],capture_output=True,text=True)
    return r.stdout.strip() or ('ERR '+r.stderr.strip().split('\n')[0])
subprocess.run("psql -h /tmp/stpg -p 54999 -U admin -d okno -q -f /tmp/st/try.sql",shell=True)
seq={'d1':0,'d2':0}
def lit(s): return "'"+s.replace("'","''")+"'"
def push(desk,*ops,at=1795503600000):
    ids=[];s=[];k=[];b=[]
    for kind,body in ops:
        seq[desk]+=1; s.append(str(seq[desk])); ids.append("'%s'::uuid"%uuid.uuid4()); k.append(lit(kind)); b.append(lit(json.dumps(body,ensure_ascii=False)))
    n=len(ops)
    out=psql(f"SELECT okno_api_v1.push('\\x01020304'::bytea,NULL,ARRAY[{','.join(s)}]::bigint[],ARRAY[{','.join(ids)}],ARRAY[{','.join(k)}],ARRAY[{','.join(b)}],ARRAY[{','.join([str(at)]*n)}]::bigint[],'\\x00'::bytea)",desk)
    return out.split('\n')[1:] if not out.startswith('ERR') else out
for d in seq: print(psql("SELECT okno_api_v1.hello(2,'\\x01','t')",d))
H="$argon2id$v=19$m=65536,t=2,p=1$AAAA$AAAA"
u=lambda: str(uuid.uuid4())
def added(i,roles,by=None):
    x={"id":i,"name":"С","roles":roles,"pin_hash":H}
    if by: x["employee"]=by
    return ("employee_added",x)
def visit(by=None,cit=None):
    v={"case":None,"channel":"counter","citizen":cit,"ended":"2026-11-24T09:15:00.123Z","event_date":None,"id":u(),"note":"","services":[{"id":"a","outcome":"accepted"}],"situation":"b","started":"2026-11-24T09:05:00.123Z","ticket":None}
    if by: v["employee"]=by
    return ("visit_logged",v)
boss,clerk=u(),u()
print('clerk first',push('d1',added(clerk,["clerk"])))
print('visit',push('d1',visit()))
print('boss',push('d1',added(boss,["administrator"])))
print('second boss',push('d1',added(u(),["administrator"])))
print('grace',push('d1',visit()))
def pullall(d):
    snap=psql("SELECT okno_api_v1.snapshot()",d).split('\n')[0].split()
    return psql(f"SELECT okno_api_v1.pull('{snap[0]}',{snap[1]},'{snap[2]}',100)",d)
print(pullall('d1')[:80])
print('nobody',push('d1',visit()))
print('batch',push('d1',added(clerk,["clerk"],boss),visit(clerk),("citizen_erased",{"id":u(),"employee":clerk})))
print('rogue',push('d1',*(lambda r:[added(r,["administrator"],r),visit(r)])(u())))
print('clerk visit',push('d1',visit(clerk)))
sup=u(); print(push('d1',added(sup,["supervisor"],boss)))
def ch(i,s,by): return ("employee_changed",{"id":i,"set":s,"employee":by})
print('own pin',push('d1',ch(clerk,{"pin_hash":H},clerk)),'sup→clerk',push('d1',ch(clerk,{"pin_hash":H},sup)),'clerk→sup',push('d1',ch(sup,{"pin_hash":H},clerk)),'sup→boss',push('d1',ch(boss,{"pin_hash":H},sup)),'roles',push('d1',ch(clerk,{"roles":["administrator"]},clerk)))
print('last',push('d1',ch(boss,{"disabled":"2026-11-24T10:00:00.000Z"},boss)))
print('disable',push('d1',ch(clerk,{"disabled":"2026-11-24T10:00:00.000Z"},boss)))
M=1795514400000
print('before',push('d1',visit(clerk),at=M-1),'after',push('d1',visit(clerk),at=M))
print('enable',push('d1',ch(clerk,{"disabled":None},boss)),push('d1',visit(clerk),at=M))
print('bad',[push('d1',ch(boss,s,boss)) for s in [{"name":""},{"roles":[]},{"pin_hash":"x"},{},{"disabled":"x"},{"name":"A\u001b"}]])
c=u()
print('citizen',push('d1',("citizen_added",{"audience":"person","surname":"И","id":c,"version":1,"employee":clerk})), psql(f"SELECT body FROM okno.row WHERE id='{c}'"))
print('again',push('d1',("citizen_added",{"audience":"person","surname":"И","given_name":"М","id":c,"version":1,"employee":clerk})), psql(f"SELECT body,version FROM okno.row WHERE id='{c}'"))
print(push('d1',visit(clerk,c)), psql(f"SELECT version FROM okno.row WHERE id='{c}'"))
psql("UPDATE okno.row SET written=now()-interval '31 days' WHERE entity='c'")
print(push('d1',visit(clerk,c)), psql(f"SELECT version FROM okno.row WHERE id='{c}'"))
print(psql("SELECT okno_api_v1.anchor('\\x0102',5,'\\xff')",'d1'),psql("SELECT okno_api_v1.anchor('\\x0102',5,'\\xff')",'d1'),psql("SELECT okno_api_v1.anchors()",'d1'),psql("SELECT okno_api_v1.anchors()",'d2'))
print(psql("DELETE FROM okno.audit_anchor"))
print(psql("SELECT entity,body FROM okno.row WHERE entity='e' LIMIT 1"))
print(psql("SELECT okno_api_v1.hello(1,'\\x01','old')",'d2')); print(pullall('d2')[:40]); print('old program',push('d2',visit()))

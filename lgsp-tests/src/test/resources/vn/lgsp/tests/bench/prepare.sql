-- What a year of packets is made from: who sends how much, when, and in which words. Everything of the benchmark's own is in its schema.

create schema bench;

insert into data_type (code, name_vi, name_en, protocol, max_bytes) values
    ('ho-tich', 'Hồ sơ hộ tịch (đo tải)', 'Civil status file (benchmark)', 'file', 10485760),
    ('khi-tuong', 'Bản tin khí tượng (đo tải)', 'Weather bulletin (benchmark)', 'file', 10485760)
on conflict do nothing;

-- Each agency gets an application that exchanges, if it has none.
insert into application (id, code, name, agency_id, environment, receives, state, sample, created_at)
select gen_random_uuid(), 'do-tai-' || row_number() over (order by g.code), 'Ứng dụng đo tải của ' || left(g.name, 150), g.id, 'LIVE', true,
    'ACTIVE', true, now()
from agency g
where not exists (select from application a where a.agency_id = g.id);

-- A few agencies exchange most: rank r as often as 1/r, sending and receiving in different orders.
create table bench.party as
select g.id as agency_id, a.id as application_id,
    row_number() over (order by g.level, md5(g.code)) as sends,
    row_number() over (order by md5(g.name)) as receives
from agency g
cross join lateral (select id from application where agency_id = g.id order by id limit 1) a;

-- Hours of a year: two peaks in the office hours of Viet Nam, little at night, less at the weekend.
create table bench.hour as
select start,
    (array[1, 1, 1, 1, 1, 2, 8, 60, 110, 120, 115, 80, 25, 70, 110, 105, 95, 60, 15, 8, 6, 4, 2, 1])
            [extract(hour from start at time zone 'Asia/Ho_Chi_Minh')::int + 1]
        * case when extract(isodow from start at time zone 'Asia/Ho_Chi_Minh') >= 6 then 0.12 else 1 end as weight
from generate_series(date_trunc('hour', now()) - interval '365 days', date_trunc('hour', now()), interval '1 hour') start;

create table bench.word (kind text, words text[]);
insert into bench.word values
    ('document', array['Công văn', 'Quyết định', 'Tờ trình', 'Báo cáo', 'Thông báo', 'Kế hoạch', 'Giấy mời họp', 'Công điện', 'Hướng dẫn',
        'Chỉ thị', 'Biên bản', 'Phiếu chuyển']),
    ('mark', array['CV-UBND', 'QĐ-UBND', 'TTr-STC', 'BC-SNV', 'TB-VP', 'KH-SGDĐT', 'GM-UBND', 'CĐ-TU', 'HD-STP', 'CT-UBND', 'BC-SYT', 'PC-CAT']),
    ('act', array['về việc triển khai', 'về việc phê duyệt', 'đề nghị thẩm định', 'đôn đốc thực hiện', 'tổng kết công tác', 'điều chỉnh',
        'góp ý dự thảo', 'công bố danh mục', 'kiểm tra việc thực hiện', 'hướng dẫn lập', 'xin ý kiến về', 'giao chỉ tiêu']),
    ('matter', array['kế hoạch ứng dụng công nghệ thông tin', 'hồ sơ thủ tục hành chính một cửa', 'dự toán ngân sách nhà nước',
        'phòng, chống dịch bệnh mùa hè', 'cấp giấy chứng nhận quyền sử dụng đất', 'phòng chống thiên tai và tìm kiếm cứu nạn',
        'tuyển sinh các lớp đầu cấp', 'đầu tư công trung hạn', 'cải cách hành chính', 'chuyển đổi số', 'bảo hiểm y tế hộ gia đình',
        'quy hoạch chi tiết khu dân cư', 'an toàn giao thông', 'trợ giúp xã hội thường xuyên', 'xây dựng nông thôn mới nâng cao',
        'giải phóng mặt bằng dự án đường vành đai', 'đăng ký khai sinh và hộ khẩu', 'vệ sinh an toàn thực phẩm', 'thi đua khen thưởng',
        'quản lý khoáng sản và môi trường']),
    ('scope', array['trên địa bàn tỉnh', 'tại các xã, phường', 'của các sở, ngành', 'khối giáo dục', 'khối y tế', 'cấp huyện', 'khu công nghiệp',
        'giai đoạn 2026-2030']);

alter table bench.word add folded text[];
update bench.word w set folded = array(
    select fold_vietnamese(word) from unnest(w.words) with ordinality as listed (word, place) order by place);

create table bench.progress (month timestamptz primary key, packets bigint not null, took interval not null);

// What components of PrimeFaces say by themselves in the browser, in Vietnamese; loaded by the tags that need it.
(() => {
  'use strict';
  if (!window.PrimeFaces) {
    return;
  }
  PrimeFaces.locales.vi = {
    ...PrimeFaces.locales.en_US,
    accept: 'Đồng ý', reject: 'Không', cancel: 'Hủy', choose: 'Chọn', clear: 'Xóa', close: 'Đóng', upload: 'Tải lên', today: 'Hôm nay',
    now: 'Bây giờ', am: 'SA', pm: 'CH', apply: 'Áp dụng', completed: 'Hoàn tất', pending: 'Đang chờ',
    chooseDate: 'Chọn ngày', chooseMonth: 'Chọn tháng', chooseYear: 'Chọn năm', dateFormat: 'dd/mm/yy', firstDayOfWeek: 1,
    dayNames: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
    dayNamesShort: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
    dayNamesMin: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
    monthNames: ['Tháng 1', 'Tháng 2', 'Tháng 3', 'Tháng 4', 'Tháng 5', 'Tháng 6', 'Tháng 7', 'Tháng 8', 'Tháng 9', 'Tháng 10', 'Tháng 11', 'Tháng 12'],
    monthNamesShort: ['Th1', 'Th2', 'Th3', 'Th4', 'Th5', 'Th6', 'Th7', 'Th8', 'Th9', 'Th10', 'Th11', 'Th12'],
    weekHeader: 'Tuần', weekNumberTitle: 'T', year: 'Năm', month: 'Tháng', week: 'Tuần', day: 'Ngày', allDayText: 'Cả ngày',
    prevDecade: 'Mười năm trước', nextDecade: 'Mười năm sau', prevYear: 'Năm trước', nextYear: 'Năm sau', prevMonth: 'Tháng trước', nextMonth: 'Tháng sau',
    prevHour: 'Giờ trước', nextHour: 'Giờ sau', prevMinute: 'Phút trước', nextMinute: 'Phút sau', prevSecond: 'Giây trước', nextSecond: 'Giây sau',
    hourText: 'Giờ', minuteText: 'Phút', secondText: 'Giây', currentText: 'Hôm nay', timeText: 'Giờ',
    emptyMessage: 'Không có mục nào', emptyFilterMessage: 'Không có gì khớp', emptySearchMessage: 'Không tìm thấy gì',
    emptySelectionMessage: 'Chưa chọn mục nào', searchMessage: 'Có {0} kết quả', selectionMessage: 'Đã chọn {0} mục',
    fileSizeTypes: ['byte', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'],
    passwordPrompt: 'Nhập mật khẩu', weak: 'Yếu', medium: 'Trung bình', strong: 'Mạnh', isRTL: false, showMonthAfterYear: false,
    aria: {
      ...(PrimeFaces.locales.en_US || {}).aria,
      close: 'Đóng', next: 'Sau', previous: 'Trước', nextPageLabel: 'Trang sau', prevPageLabel: 'Trang trước', firstPageLabel: 'Trang đầu',
      lastPageLabel: 'Trang cuối', pageLabel: 'Trang {page}', rowsPerPageLabel: 'Số dòng mỗi trang', selectAll: 'Chọn tất cả', unselectAll: 'Bỏ chọn tất cả',
      selectRow: 'Chọn dòng', unselectRow: 'Bỏ chọn dòng', expandRow: 'Mở dòng', collapseRow: 'Thu dòng', expandLabel: 'Mở ra', collapseLabel: 'Thu lại',
      clear: 'Xóa', trueLabel: 'Đúng', falseLabel: 'Sai', chooseDate: 'Chọn ngày', listLabel: 'Danh sách', cancelEdit: 'Bỏ sửa', editRow: 'Sửa dòng',
      saveEdit: 'Lưu', minimizeLabel: 'Thu nhỏ', maximizeLabel: 'Phóng to', moveDown: 'Xuống', moveUp: 'Lên', moveTop: 'Lên đầu', moveBottom: 'Xuống cuối',
    },
  };
})();

import type { Text } from '#basics';

/** A province by the first two digits of its regions’ codes (GB/T 2260), with the one character that stands for it. */
export interface Province {
  readonly code: string;
  readonly abbreviation: string;
  readonly name: Text;
}

/** The usual abbreviations; numbers of insurance certificates begin with them. */
export const provinces: readonly Province[] = [
  of('11', '京', '北京市', 'Beijing'),
  of('12', '津', '天津市', 'Tianjin'),
  of('13', '冀', '河北省', 'Hebei'),
  of('14', '晋', '山西省', 'Shanxi'),
  of('15', '蒙', '内蒙古自治区', 'Inner Mongolia'),
  of('21', '辽', '辽宁省', 'Liaoning'),
  of('22', '吉', '吉林省', 'Jilin'),
  of('23', '黑', '黑龙江省', 'Heilongjiang'),
  of('31', '沪', '上海市', 'Shanghai'),
  of('32', '苏', '江苏省', 'Jiangsu'),
  of('33', '浙', '浙江省', 'Zhejiang'),
  of('34', '皖', '安徽省', 'Anhui'),
  of('35', '闽', '福建省', 'Fujian'),
  of('36', '赣', '江西省', 'Jiangxi'),
  of('37', '鲁', '山东省', 'Shandong'),
  of('41', '豫', '河南省', 'Henan'),
  of('42', '鄂', '湖北省', 'Hubei'),
  of('43', '湘', '湖南省', 'Hunan'),
  of('44', '粤', '广东省', 'Guangdong'),
  of('45', '桂', '广西壮族自治区', 'Guangxi'),
  of('46', '琼', '海南省', 'Hainan'),
  of('50', '渝', '重庆市', 'Chongqing'),
  of('51', '川', '四川省', 'Sichuan'),
  of('52', '黔', '贵州省', 'Guizhou'),
  of('53', '滇', '云南省', 'Yunnan'),
  of('54', '藏', '西藏自治区', 'Tibet'),
  of('61', '陕', '陕西省', 'Shaanxi'),
  of('62', '甘', '甘肃省', 'Gansu'),
  of('63', '青', '青海省', 'Qinghai'),
  of('64', '宁', '宁夏回族自治区', 'Ningxia'),
  of('65', '新', '新疆维吾尔自治区', 'Xinjiang'),
];

/** The province of a region; null for a code of none. */
export function provinceOf(region: string): Province | null {
  return provinces.find(({ code }) => region.startsWith(code)) ?? null;
}

function of(code: string, abbreviation: string, zh: string, en: string): Province {
  return { code, abbreviation, name: { zh, en } };
}

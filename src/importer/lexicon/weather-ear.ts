const sky = /[晴阴雨雪雾霾]|多云/u;
const degrees = /-?\d{1,2}\s?(?:℃|°C?|度)?\s?(?:[~～—–/至到-]\s?-?\d{1,2}\s?)?(?:℃|°C?|度)/u;

/** Whether a line is the weather that a front page prints beside its name: 今日天气 多云 19℃~27℃ 东北风2级; 今天 晴 18℃～29℃. */
export function isWeatherEar(text: string): boolean {
  return (
    text.length <= 60 &&
    /^(?:[今明]日|[今明]天(?:白天)?|今晚|天气|气象|晴|阴|多云|[小中大阵雷]+雨|[小中大]雪|\p{Script=Han}{2,4}(?:今日|天气))/u.test(
      text,
    ) &&
    sky.test(text) &&
    degrees.test(text) &&
    !/。./u.test(text)
  );
}

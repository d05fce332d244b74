/** The words of cards in Chinese, by their English. */
export const cardsInChinese: Readonly<Record<string, string>> = {
  'social security cards and their electronic credentials': '社保卡和医保电子凭证',
  'a person’s cards, with what happened to them': '某人的卡，连同经过',
  'what was seen at the window': '窗口核验过的凭证',
  'bind a card; its number is read from standard input': '绑定一张卡；卡号从标准输入读取',
  'as `card list` names it': '编号，由 card list 给出',
  'bind a new card for an old one; the new number is read from standard input': '换卡；新卡号从标准输入读取',
  'take a lost card back into use': '解除挂失，恢复使用',
  'lock a card, on a legal basis': '依法锁定一张卡',
  'unlock a card that another officer locked': '解锁他人锁定的卡',
  'end a card at its holder’s request': '应持卡人要求停用一张卡',
  'report a card lost; it pays nothing from then on': '挂失；此后不能支付',
};

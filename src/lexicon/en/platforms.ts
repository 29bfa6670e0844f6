/** Places where anybody may post; they are no outlets and no hops. Lower case. */
export const platforms: ReadonlySet<string> = new Set(
  `twitter x facebook instagram telegram tiktok youtube linkedin whatsapp weibo wechat mastodon bluesky threads reddit truth-social snapchat signal vk viber substack
  medium skype zoom teams discord twitch pinterest douyin line kakaotalk google apple spotify`.split(/\s+/),
)

"""Words and limits of the Bot API that the bench checks against (Bot API 10.3)."""

from __future__ import annotations

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
RICH_LIMIT = 32_768
ENTITY_LIMIT = 100
RAW_TEXT_BYTES = 1 << 15
CALLBACK_DATA_BYTES = 64

DEFAULT_UPDATES = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_join_request",
        "business_connection",
        "stopped_message_generation",
    }
)
ACTIONS = frozenset(
    (
        "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
        "find_location record_video_note upload_video_note"
    ).split()
)
REACTIONS = frozenset(
    (
        "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 "
        "❤️‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 "
        "👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂️ 🤷 🤷‍♀️ 😡"
    ).split()
)
MEDIA = {
    "photo": "photos",
    "document": "documents",
    "audio": "music",
    "video": "videos",
    "voice": "voice",
    "animation": "animations",
    "sticker": "stickers",
    "video_note": "video_notes",
}
"""Kinds of media and the folder their files are downloaded from."""

OTHER_METHODS = frozenset(
    """addstickertoset answerchatjoinrequestquery answerguestquery answerprecheckoutquery answershippingquery
    approvechatjoinrequest approvesuggestedpost banchatmember banchatsenderchat closeforumtopic closegeneralforumtopic
    convertgifttostars createchatinvitelink createchatsubscriptioninvitelink createforumtopic createinvoicelink
    createnewstickerset declinechatjoinrequest declinesuggestedpost deletebusinessmessages deletechatphoto
    deletechatstickerset deleteephemeralmessage deleteforumtopic deletestickerfromset deletestickerset deletestory
    editchatinvitelink editchatsubscriptioninvitelink editephemeralmessagecaption editephemeralmessagemedia
    editephemeralmessagereplymarkup editephemeralmessagetext editforumtopic editgeneralforumtopic editmessagechecklist
    editmessagelivelocation editstory edituserstarsubscription exportchatinvitelink forwardmessages copymessages
    getavailablegifts getbusinessaccountgifts getbusinessaccountstarbalance getbusinessconnection getchatadministrators
    getchatgifts getcustomemojistickers getforumtopiciconstickers getgamehighscores getmanagedbottoken
    getmydefaultadministratorrights getmystarbalance getstartransactions getstickerset getuserchatboosts getusergifts
    giftpremiumsubscription hidegeneralforumtopic leavechat poststory promotechatmember readbusinessmessage
    refundstarpayment reopenforumtopic reopengeneralforumtopic revokechatinvitelink savepreparedinlinemessage
    sendchatjoinrequestwebapp sendchecklist sendgame sendgift sendinvoice sendlivephoto sendpaidmedia
    setbusinessaccountname setchatdescription setchatmembertag setchatpermissions setchatphoto setchatstickerset
    setchattitle setgamescore setmydefaultadministratorrights setmyprofilephoto removemyprofilephoto
    setpassportdataerrors setstickeremojilist setuseremojistatus stopmessagelivelocation stoppoll transfergift
    answerinlinequery sendpoll sendvenue senddice getchatmembercount unpinchatmessage
    unbanchatmember unpinallchatmessages upgradegift uploadstickerfile verifychat verifyuser""".split()
)
"""Methods that exist but are outside what a coach bot needs.

They are answered with an error of their own and listed in the report, so that a gap of the bench is not mistaken
for a bug of the bot.
"""

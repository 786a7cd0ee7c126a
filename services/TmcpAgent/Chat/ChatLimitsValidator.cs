using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Chat;

[OptionsValidator]
internal sealed partial class ChatLimitsValidator : IValidateOptions<ChatLimits>;

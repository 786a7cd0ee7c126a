using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Queue;

[OptionsValidator]
internal sealed partial class QueueOptionsValidator : IValidateOptions<QueueOptions>;

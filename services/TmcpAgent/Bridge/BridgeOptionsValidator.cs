using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Bridge;

[OptionsValidator]
internal sealed partial class BridgeOptionsValidator : IValidateOptions<BridgeOptions>;

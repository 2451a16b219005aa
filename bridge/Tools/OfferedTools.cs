using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Tools;

/// <summary>What the model is told of: the tools of the call's configuration, and those that every call has.</summary>
internal static class OfferedTools
{
    public static IReadOnlyList<ToolSpec> Of(CallConfiguration configuration) =>
        [
            .. configuration.Tools.Select(tool => new ToolSpec(
                tool.Name,
                tool.Description,
                tool.InputSchema.GetRawText()
            )),
            BuiltInTools.TransferToAgent(configuration.Transfer),
            BuiltInTools.EndCall,
        ];
}

using System.Xml.Linq;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Moto;

/// <summary>What a stack in moto consists of.</summary>
internal sealed class StackResources(IReadOnlyList<(string Type, string Id)> resources)
{
    /// <summary>The physical ids of all resources of a type.</summary>
    public IEnumerable<string> OfType(string type) =>
        resources.Where(resource => resource.Type == type).Select(static resource => resource.Id);

    /// <summary>Asks for them; a stack that is not there has none.</summary>
    public static async Task<StackResources> OfAsync(DoorClient door, string stack, CancellationToken cancellationToken)
    {
        XElement answer;
        try
        {
            answer = await door.QueryAsync(
                "cloudformation",
                new Dictionary<string, string>
                {
                    ["Action"] = "DescribeStackResources",
                    ["Version"] = "2010-05-15",
                    ["StackName"] = stack,
                },
                cancellationToken
            );
        }
        catch (AwsException e) when (e.Code == "ValidationError")
        {
            return new StackResources([]);
        }

        var members = answer.Descendants().Where(static e => e.Name.LocalName == "member");
        return new StackResources([
            .. members
                .Select(static member => (Type: Text(member, "ResourceType"), Id: Text(member, "PhysicalResourceId")))
                .Where(static resource => resource is { Type.Length: > 0, Id.Length: > 0 }),
        ]);
    }

    private static string Text(XElement member, string name) =>
        member.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value ?? "";
}

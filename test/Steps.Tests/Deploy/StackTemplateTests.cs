using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Steps.Deploy;

namespace SonicBridge.Steps.Tests.Deploy;

public sealed class StackTemplateTests
{
    private static readonly string[] s_named =
    [
        "RoleName",
        "InstanceProfileName",
        "AutoScalingGroupName",
        "LogGroupName",
        "AlarmName",
    ];

    [Fact]
    public void The_template_of_this_repository_travels_with_the_functions_and_fits_into_a_request()
    {
        var template = StackTemplate.Read();
        var inRepository = JsonNode.Parse(Repository.Read("infrastructure/nova-sonic-ecs-stack.template"));

        Encoding.UTF8.GetByteCount(template.Body).ShouldBeLessThanOrEqualTo(StackTemplate.LargestBody);
        JsonNode.DeepEquals(JsonNode.Parse(template.Body), inRepository).ShouldBeTrue();
    }

    [Fact]
    public void Each_default_passes_its_own_check()
    {
        var template = StackTemplate.Read();
        using var document = JsonDocument.Parse(template.Body);
        foreach (var parameter in document.RootElement.GetProperty("Parameters").EnumerateObject())
        {
            if (parameter.Value.TryGetProperty("Default", out var value))
            {
                template.Parameters[parameter.Name].Check(value.ToString()).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void The_stacks_role_covers_the_names_that_the_template_gives()
    {
        var names = JsonNode.Parse(StackTemplate.Read().Body)!["Resources"]!
            .AsObject()
            .SelectMany(resource => resource.Value!["Properties"]!.AsObject())
            .Where(property => s_named.Contains(property.Key) && property.Value is JsonValue)
            .Select(property => (string)property.Value!)
            .ToList();

        names.Count.ShouldBeGreaterThan(8);
        names.ShouldAllBe(name =>
            name.Replace("/ecs/", "", StringComparison.Ordinal)
                .Replace("/vpc/", "", StringComparison.Ordinal)
                .StartsWith("nova-sonic-", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Unable to assume the service linked role.", "create-service-linked-role")]
    [InlineData("User: x is not authorized to perform: iam:PassRole", "StackRole")]
    [InlineData("You have requested more vCPU capacity than your limit (VcpuLimitExceeded)", "On-Demand")]
    [InlineData("The maximum number of VPCs has been reached.", "quota")]
    [InlineData("nova-sonic-ecs-cluster already exists", "Remove or rename")]
    [InlineData("At least two subnets in two different Availability Zones must be specified", "PrivateSubnetIds")]
    [InlineData("Something unheard of", "events in the CloudFormation console")]
    public void A_known_cause_says_what_mends_it(string reason, string mend) =>
        KnownCause.Mend(reason).ShouldContain(mend);
}

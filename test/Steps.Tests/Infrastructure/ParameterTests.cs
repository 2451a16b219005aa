using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>What the migration gives the stack, and what it may not.</summary>
public sealed class ParameterTests
{
    /// <summary>What CloudFormation takes as TemplateBody; a larger template has to lie in S3.</summary>
    private const int LargestBody = 51_200;

    private static readonly JsonObject s_template = EcsStack.Read();
    private static readonly JsonObject s_parameters = s_template["Parameters"]!.AsObject();

    [Fact]
    public void The_template_can_be_passed_as_it_is_with_its_spaces_taken_out() =>
        Encoding.UTF8.GetByteCount(s_template.ToJsonString()).ShouldBeLessThan(LargestBody);

    [Fact]
    public void The_migration_has_to_give_image_and_key_and_nothing_else() =>
        s_parameters
            .Where(parameter => parameter.Value!["Default"] is null)
            .Select(parameter => parameter.Key)
            .ShouldBe(["ImageUri", "KmsKeyArn"]);

    [Theory]
    [InlineData("ImageUri", "111122223333.dkr.ecr.eu-west-2.amazonaws.com/nova-sonic-ecs-bridge:1", true)]
    [InlineData("ImageUri", "111122223333.dkr.ecr.eu-west-2.amazonaws.com/nova-sonic-ecs-bridge", false)]
    [InlineData("ImageUri", "docker.io/library/bridge:1", false)]
    [InlineData("KmsKeyArn", "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", true)]
    [InlineData("KmsKeyArn", "arn:aws:kms:us-east-1:111122223333:alias/logs", false)]
    [InlineData("CapacityProviderName", "ecs-capacity", false)]
    [InlineData("InstanceTypes", "c7i.large,c6i.large", true)]
    [InlineData("InstanceTypes", "c7i.large, c6i.large", false)]
    [InlineData("InstanceTypes", "a1.large,a2.large,a3.large,a4.large,a5.large", false)]
    [InlineData("PrivateSubnetIds", "subnet-0123456789abcdef0,subnet-0123456789abcdef1", true)]
    [InlineData("PrivateSubnetIds", "subnet-0123456789abcdef0", false)]
    [InlineData("VpcCidr", "10.42.0.0/16", true)]
    [InlineData("VpcCidr", "0.0.0.0/0", false)]
    [InlineData("VpcCidr", "10.256.0.0/16", false)]
    [InlineData("X86Image", "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", false)]
    public void What_cannot_work_is_refused(string parameter, string value, bool taken) =>
        Matches((string)s_parameters[parameter]!["AllowedPattern"]!, value).ShouldBe(taken);

    [Theory]
    [InlineData("AnExistingVpcComesWithItsSubnets")]
    [InlineData("SubnetsComeWithTheirVpc")]
    public void An_existing_VPC_and_its_subnets_are_given_together(string rule) =>
        ((string)s_template["Rules"]![rule]!["Assertions"]![0]!["AssertDescription"]!).ShouldEndWith(".");

    [Fact]
    public void Names_are_those_that_the_calls_side_uses()
    {
        var calls = Template.DeployedTemplate.Read();

        ((string?)s_parameters["ClusterName"]!["Default"]).ShouldBe(
            (string?)calls["Parameters"]!["ClusterName"]!["Default"]
        );
        ((string?)s_parameters["RepositoryName"]!["Default"]).ShouldBe(
            (string?)calls["Resources"]!["BridgeRepository"]!["Properties"]!["RepositoryName"]
        );
        s_parameters["LogRetentionDays"]!["AllowedValues"]!
            .ToJsonString()
            .ShouldBe(calls["Parameters"]!["LogRetentionDays"]!["AllowedValues"]!.ToJsonString());
    }

    // CloudFormation holds the whole value against the pattern.
    private static bool Matches(string pattern, string value) =>
        Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}

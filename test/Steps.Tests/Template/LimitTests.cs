using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Steps.Tests.Infrastructure;
using SonicBridge.Steps.Tests.Permissions;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>What is deployed stays below the limits of CloudFormation, Step Functions, IAM and Lambda, with room.</summary>
public sealed class LimitTests
{
    // CloudFormation: a template that lies in S3.
    private const int LargestTemplate = 1_048_576;

    // Step Functions: a definition.
    private const int LargestDefinition = 1_048_576;

    // IAM: a role's own policies together, white space not counted.
    private const int LargestInlinePolicies = 10_240;

    // IAM: a policy that stands by itself, counted alike.
    private const int LargestManagedPolicy = 6144;

    // CloudFormation: a template's.
    private const int LargestDescription = 1024;

    // Lambda: the variables of a function together.
    private const int LargestEnvironment = 4096;

    // The longest that CloudFormation fills in for a variable whose value nobody knows here.
    private const int LongestName = 64;

    private static readonly JsonObject s_deployed = DeployedTemplate.Substituted();

    [Fact]
    public void The_template_with_everything_put_in_is_JSON_of_a_size_that_CloudFormation_takes()
    {
        // As the tool writes it: without spaces.
        var body = s_deployed.ToJsonString();

        JsonNode.Parse(body).ShouldNotBeNull();
        Encoding.UTF8.GetByteCount(body).ShouldBeLessThan(LargestTemplate);
        body.TrimStart()[0].ShouldBe('{', "Anything else is taken for YAML, into which nothing is put.");
    }

    [Fact]
    public void There_are_no_more_parts_than_CloudFormation_takes()
    {
        foreach (var template in new[] { s_deployed, EcsStack.Read() })
        {
            // SAM makes further resources of events: a rule and a permission each.
            var events = DeployedTemplate
                .OfType(template, "AWS::Serverless::Function")
                .Sum(function => function.Value!["Properties"]!["Events"]?.AsObject().Count ?? 0);
            (template["Resources"]!.AsObject().Count + (2 * events)).ShouldBeLessThanOrEqualTo(500);
            template["Parameters"]!.AsObject().Count.ShouldBeLessThanOrEqualTo(200);
            template["Outputs"]!.AsObject().Count.ShouldBeLessThanOrEqualTo(200);
            ((string)template["Description"]!).Length.ShouldBeLessThanOrEqualTo(LargestDescription);
        }
    }

    [Fact]
    public void Every_state_machines_definition_is_JSON_of_a_size_that_Step_Functions_takes()
    {
        var machines = DeployedTemplate.OfType(s_deployed, "AWS::StepFunctions::StateMachine").ToList();

        machines.Count.ShouldBe(Directory.GetFiles(Repository.PathOf("statemachines")).Length);
        foreach (var (id, machine) in machines)
        {
            var definition = Arn.Fill((string)machine!["Properties"]!["DefinitionString"]!["Fn::Sub"]!, LongestName);
            Should.NotThrow(() => JsonNode.Parse(definition), id);
            Encoding.UTF8.GetByteCount(definition).ShouldBeLessThan(LargestDefinition, id);
        }
    }

    [Fact]
    public void A_roles_policies_are_together_no_longer_than_IAM_takes()
    {
        foreach (var role in Role.All)
        {
            var length = (role.Properties["Policies"]?.AsArray() ?? []).Sum(policy =>
                Length(policy!["PolicyDocument"]!)
            );
            length.ShouldBeLessThan(LargestInlinePolicies, role.Id);
        }

        foreach (var (id, policy) in DeployedTemplate.OfType(s_deployed, "AWS::IAM::ManagedPolicy"))
        {
            Length(policy!["Properties"]!["PolicyDocument"]).ShouldBeLessThan(LargestManagedPolicy, id);
        }
    }

    [Fact]
    public void A_functions_variables_are_together_no_longer_than_Lambda_takes()
    {
        foreach (var (id, function) in DeployedTemplate.OfType(s_deployed, "AWS::Serverless::Function"))
        {
            var variables = function!["Properties"]!["Environment"]!["Variables"]!.AsObject();
            variables
                .Sum(variable => variable.Key.Length + 2048 / 16 + Length(variable.Value!))
                .ShouldBeLessThan(LargestEnvironment, id);
        }
    }

    /// <summary>How long a part is once CloudFormation has filled it in, white space not counted.</summary>
    private static int Length(JsonNode? node) =>
        node switch
        {
            JsonObject o when o["Fn::Sub"] is JsonValue text => Arn.Fill((string)text!, LongestName).Length + 2,
            JsonObject o when o.ContainsKey("Fn::GetAtt") || o.ContainsKey("Ref") => 2 * LongestName,
            JsonObject o => 2 + o.Sum(member => member.Key.Length + 4 + Length(member.Value)),
            JsonArray a => 2 + a.Sum(item => 1 + Length(item)),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => ((string)value!).Length + 2,
            _ => node?.ToJsonString().Length ?? 0,
        };
}

using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Service;

/// <summary>The operations on state machines.</summary>
internal sealed class StateMachineOperations(StateMachines machines)
{
    private const int LongestDefinition = 1_048_576;

    public JsonObject Create(ApiRequest request)
    {
        if (request.Text("type") is { } type && type != "STANDARD")
        {
            throw new AwsException(
                "StateMachineTypeNotSupported",
                $"The local Step Functions runs STANDARD state machines, not {type}."
            );
        }

        var machine = machines.Create(
            request.RequiredText("name"),
            request.RequiredText("definition", LongestDefinition),
            request.RequiredArn("roleArn")
        );
        return new JsonObject
        {
            ["stateMachineArn"] = machine.Arn,
            ["creationDate"] = WireTime.Write(machine.CreationDate),
        };
    }

    public JsonObject Describe(ApiRequest request)
    {
        var machine = machines.Find(request.RequiredArn("stateMachineArn"));
        var description = Common(machine);
        description["status"] = "ACTIVE";
        description["type"] = "STANDARD";
        description["creationDate"] = WireTime.Write(machine.CreationDate);
        return description;
    }

    public JsonObject DescribeForExecution(ApiRequest request)
    {
        var machine = machines.FindExecution(request.RequiredArn("executionArn")).Machine;
        var description = Common(machine);
        description["updateDate"] = WireTime.Write(machine.UpdateDate);
        return description;
    }

    public JsonObject List(ApiRequest request) =>
        request.Page(
            "stateMachines",
            [.. machines.Machines.OrderBy(static machine => machine.Name, StringComparer.Ordinal)],
            static machine => new JsonObject
            {
                ["stateMachineArn"] = machine.Arn,
                ["name"] = machine.Name,
                ["type"] = "STANDARD",
                ["creationDate"] = WireTime.Write(machine.CreationDate),
            }
        );

    public JsonObject Update(ApiRequest request)
    {
        var arn = request.RequiredArn("stateMachineArn");
        var definition = request.Text("definition", LongestDefinition);
        var role = request.Text("roleArn");
        if (definition is null && role is null)
        {
            throw new AwsException(
                "MissingRequiredParameter",
                "Either the definition, the role ARN, the LoggingConfiguration, the EncryptionConfiguration, or the TracingConfiguration must be specified"
            );
        }

        var machine = machines.Update(arn, definition, role);
        return new JsonObject
        {
            ["updateDate"] = WireTime.Write(machine.UpdateDate),
            ["revisionId"] = machine.RevisionId,
        };
    }

    public JsonObject Delete(ApiRequest request)
    {
        machines.Delete(request.RequiredArn("stateMachineArn"));
        return new JsonObject();
    }

    private static JsonObject Common(StateMachine machine)
    {
        var description = new JsonObject
        {
            ["stateMachineArn"] = machine.Arn,
            ["name"] = machine.Name,
            ["definition"] = machine.Text,
            ["roleArn"] = machine.RoleArn,
            ["loggingConfiguration"] = new JsonObject { ["level"] = "OFF", ["includeExecutionData"] = false },
            ["tracingConfiguration"] = new JsonObject { ["enabled"] = false },
        };
        if (machine.RevisionId is { } revision)
        {
            description["revisionId"] = revision;
        }

        return description;
    }
}

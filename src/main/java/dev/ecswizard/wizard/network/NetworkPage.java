package dev.ecswizard.wizard.network;

import dev.ecswizard.cloud.SecurityGroup;
import dev.ecswizard.cloud.Vpc;
import dev.ecswizard.spec.Recipe;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Command;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.ChoiceCombo;
import dev.ecswizard.wizard.Fields;
import dev.ecswizard.wizard.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Lets a person choose a VPC, subnets of it and the load balancer's security group.
public final class NetworkPage implements Page {
    /// Stands for leaving it to the subnets.
    private static final String LEFT = "subnet";

    private final Messages messages = Messages.of(NetworkPage.class);
    private final NetworkModel model;

    @FXML
    private Field vpcField;

    @FXML
    private LoadPane vpcs;

    @FXML
    private ComboBox<Choice<Vpc>> vpcId;

    @FXML
    private Field subnetsField;

    @FXML
    private LoadPane subnetsThere;

    @FXML
    private TableView<SubnetLine> subnets;

    @FXML
    private HBox filterBar;

    @FXML
    private TextField subnetFilter;

    @FXML
    private Label subnetCount;

    @FXML
    private TextArea subnetDetails;

    @FXML
    private HBox unread;

    @FXML
    private Note unreadWarning;

    @FXML
    private Button retryWays;

    @FXML
    private Note wayWarning;

    @FXML
    private Note zoneWarning;

    @FXML
    private Field groupField;

    @FXML
    private LoadPane groupsThere;

    @FXML
    private ComboBox<Choice<SecurityGroup>> sourceSecurityGroup;

    @FXML
    private Button refreshGroups;

    @FXML
    private Note groupWarning;

    @FXML
    private VBox noGroup;

    @FXML
    private Command createGroup;

    @FXML
    private VBox publicAddresses;

    @FXML
    private ComboBox<Choice<String>> assignPublicIp;

    @FXML
    private Note publicAddressNote;

    private final Parent root = Fxml.load(this);
    private final Fields fields;

    public NetworkPage(NetworkModel model, Copy copy) {
        this.model = model;
        Stream.of(vpcs, subnetsThere, groupsThere).forEach(pane -> pane.setCopy(copy));
        vpcs.follow(model.inventory().vpcs(), List::isEmpty);
        subnetsThere.follow(model.inventory().subnets(), List::isEmpty);
        groupsThere.follow(model.inventory().groups(), List::isEmpty);
        ChoiceCombo.tie(
                vpcId, model.inventory().vpcChoices(), model.vpcId(), model::chooseVpc, this::vpcWords, _ -> true);
        ChoiceCombo.tie(
                sourceSecurityGroup,
                model.inventory().groupChoices(),
                model.sourceSecurityGroup(),
                model::chooseSourceSecurityGroup,
                this::groupWords,
                _ -> true);
        tieSubnets();
        wayWarning.follow(model.wayWarning());
        zoneWarning.follow(model.zoneWarning());
        groupWarning.follow(model.groupWarning());
        refreshGroups.setOnAction(_ -> model.inventory().groups().retry());
        groupField.setTarget(sourceSecurityGroup);
        tieAddresses(model.addresses().recipe());
        createGroup.setCopy(copy);
        model.createGroupCommand().subscribe(command -> {
            noGroup.setVisible(command.isPresent());
            noGroup.setManaged(command.isPresent());
            createGroup.setText(command.orElse(""));
        });
        fields = new Fields(root, model.refusals());
        fields.put(Question.VPC_ID, vpcId, vpcField);
        fields.put(Question.SUBNETS, subnets, subnetsField);
        fields.put(Question.SOURCE_SECURITY_GROUP, sourceSecurityGroup, groupField);
        fields.put(Question.ASSIGN_PUBLIC_IP, assignPublicIp, publicAddresses);
    }

    private void tieSubnets() {
        var table = SubnetTable.of(subnets, model);
        SubnetFilter.tie(table, model, filterBar, subnetFilter, subnetCount, subnets);
        table.selected().subscribe(line -> {
            var words = line == null ? "" : WayWords.all(line, model.region());
            // who reads or copies is not disturbed by the same words
            if (!words.equals(subnetDetails.getText())) {
                subnetDetails.setText(words);
            }
        });
        subnetsField.setTarget(subnets);
        retryWays.setOnAction(_ -> model.inventory().ways().retry());
        model.lines().subscribe(lines -> {
            var words = WayWarning.ofUnread(lines);
            unreadWarning.setText(words.orElse(""));
            unread.setVisible(words.isPresent());
            unread.setManaged(words.isPresent());
        });
    }

    private void tieAddresses(ObservableValue<Recipe> recipe) {
        var addresses = model.addresses();
        var choices = Choice.of(List.of(LEFT, "true", "false"), id -> id, List.of());
        ChoiceCombo.tie(
                assignPublicIp,
                new SimpleObjectProperty<>(choices),
                addresses
                        .assignPublicIp()
                        .map(now -> Optional.of(now.map(String::valueOf).orElse(LEFT))),
                picked ->
                        addresses.choose(picked.equals(LEFT) ? Optional.empty() : Optional.of(Boolean.valueOf(picked))),
                choice -> messages.text("network.assignPublicIp." + choice.id()),
                _ -> true);
        addresses.note().subscribe(words -> {
            publicAddressNote.setKind(addresses.isNeeded() ? Note.Kind.WARNING : Note.Kind.INFO);
            publicAddressNote.setText(words.orElse(""));
        });
        recipe.subscribe(_ -> {
            publicAddresses.setVisible(addresses.isAsked());
            publicAddresses.setManaged(addresses.isAsked());
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public NetworkModel model() {
        return model;
    }

    @Override
    public void focus() {
        Focus.on(root, model.vpcId().getValue().isEmpty() ? vpcId : subnets);
    }

    @Override
    public void focus(Question question) {
        fields.focus(question);
    }

    private String vpcWords(Choice<Vpc> choice) {
        return choice.facts()
                .map(vpc -> words(
                        vpc.name(),
                        vpc.id(),
                        String.join(", ", vpc.cidrs()),
                        vpc.isDefault() ? messages.text("network.vpcId.default") : "",
                        model.isOwn(vpc) ? "" : messages.text("network.vpcId.shared", vpc.ownerId())))
                .orElseGet(() -> messages.text("network.choice.notFound", choice.id()));
    }

    private String groupWords(Choice<SecurityGroup> choice) {
        return choice.facts()
                .map(group -> words(group.name(), group.id(), group.description()))
                .orElseGet(() -> messages.text("network.choice.notFound", choice.id()));
    }

    private static String words(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("  \u00b7  "));
    }
}

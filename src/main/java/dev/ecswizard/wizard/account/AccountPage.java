package dev.ecswizard.wizard.account;

import dev.ecswizard.cloud.Caller;
import dev.ecswizard.cloud.Connection;
import dev.ecswizard.cloud.Region;
import dev.ecswizard.template.Question;
import dev.ecswizard.ui.Copy;
import dev.ecswizard.ui.Field;
import dev.ecswizard.ui.Focus;
import dev.ecswizard.ui.Fxml;
import dev.ecswizard.ui.LatePane;
import dev.ecswizard.ui.Load;
import dev.ecswizard.ui.LoadPane;
import dev.ecswizard.ui.Messages;
import dev.ecswizard.ui.Note;
import dev.ecswizard.wizard.Choice;
import dev.ecswizard.wizard.ChoiceCombo;
import dev.ecswizard.wizard.Fields;
import dev.ecswizard.wizard.Page;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Lets a person choose a connection and a region, and shows who AWS takes them for.
public final class AccountPage implements Page {
    private final Messages messages = Messages.of(AccountPage.class);
    private final AccountModel model;

    @FXML
    private LoadPane offer;

    @FXML
    private ComboBox<Choice<Connection>> profile;

    @FXML
    private HBox actions;

    @FXML
    private Button reconnect;

    @FXML
    private Note problems;

    @FXML
    private LoadPane opening;

    @FXML
    private LoadPane caller;

    @FXML
    private TextField account;

    @FXML
    private TextField arn;

    @FXML
    private VBox renewal;

    @FXML
    private Field regionField;

    @FXML
    private LoadPane regions;

    @FXML
    private ComboBox<Choice<Region>> region;

    @FXML
    private VBox standing;

    private final Parent root = Fxml.load(this);
    private final Fields fields;

    public AccountPage(AccountModel model, ActionsModel deeds, StacksModel stacks, Copy copy) {
        this.model = model;
        new ActionsBar(actions, deeds, copy);
        standing.getChildren()
                .setAll(new LatePane(
                        stacks.stacks().state().map(state -> !(state instanceof Load.Idle)),
                        () -> new StacksPane(stacks, copy).root()));
        reconnect.setOnAction(_ -> model.reconnect());
        offer.setCopy(copy);
        offer.follow(model.offer());
        problems.follow(model.problems());
        opening.setCopy(copy);
        opening.follow(model.cloud());
        caller.setCopy(copy);
        caller.setAgain(model::reconnect);
        caller.follow(model.caller());
        var renewing = new RenewalPane(model.renewal(), copy).root();
        renewal.getChildren().setAll(renewing);
        renewal.managedProperty().bind(renewing.managedProperty());
        regions.setCopy(copy);
        regions.follow(model.regions());
        ChoiceCombo.tie(
                profile,
                model.profiles(),
                model.profile().map(now -> now.map(Connection::id)),
                model::chooseProfile,
                choice -> choice.facts().map(Connection::label).orElse(choice.id()),
                _ -> true);
        ChoiceCombo.tie(
                region, model.choices(), model.region(), model::chooseRegion, this::words, AccountPage::isEnabled);
        model.caller().value().subscribe(who -> {
            account.setText(who.map(Caller::account).orElse(""));
            arn.setText(who.map(Caller::arn).orElse(""));
        });
        model.cloud().state().subscribe(state -> show(opening, state instanceof Load.Failed));
        model.caller().state().subscribe(state -> {
            show(caller, !(state instanceof Load.Idle));
            show(regionField, state instanceof Load.Ready || state instanceof Load.Loading);
        });
        fields = new Fields(root, model.refusals());
        fields.put(Question.REGION, region, regionField);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public AccountModel model() {
        return model;
    }

    @Override
    public void focus() {
        Focus.on(root, model.region().getValue().isEmpty() ? profile : region);
    }

    @Override
    public void focus(Question question) {
        fields.focus(question);
    }

    private static boolean isEnabled(Choice<Region> choice) {
        return choice.facts().map(Region::enabled).orElse(true);
    }

    private String words(Choice<Region> choice) {
        if (choice.isUnknown()) {
            var areKnown = model.regions().value().getValue().isPresent();
            return areKnown ? messages.text("account.region.notFound", choice.id()) : choice.id();
        }
        return isEnabled(choice) ? choice.id() : messages.text("account.region.notEnabled", choice.id());
    }

    private static void show(Parent node, boolean needed) {
        node.setVisible(needed);
        node.setManaged(needed);
    }
}
